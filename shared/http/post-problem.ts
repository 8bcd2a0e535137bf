import type { PostProblem, Problem } from './problem.ts';
import { postProblemTexts } from './texts/post-problems.ts';

/** A problem with what was posted. */
export function postProblem(code: PostProblem, details: Omit<Problem, 'code' | 'textIn'> = {}): Problem {
  return { ...details, code, textIn: (language) => postProblemTexts.in(language)[code] };
}
