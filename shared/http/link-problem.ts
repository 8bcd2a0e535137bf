import type { LinkProblem, Problem } from './problem.ts';
import { linkProblemTexts } from './texts/link-problems.ts';

/** A problem behind a mailed link. */
export function linkProblem(code: LinkProblem, details: Omit<Problem, 'code' | 'textIn'> = {}): Problem {
  return { ...details, code, textIn: (language) => linkProblemTexts.in(language)[code] };
}
