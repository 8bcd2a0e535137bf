import { linkProblem } from '#shared/http/link-problem.ts';
import { postProblem } from '#shared/http/post-problem.ts';
import { type Problem, problem } from '#shared/http/problem.ts';
import { linkProblemCodes } from '#shared/http/texts/link-problems.ts';
import { postProblemCodes } from '#shared/http/texts/post-problems.ts';
import { problemCodes } from '#shared/http/texts/problems.ts';

/** One problem of every code. */
export const allProblems: readonly Problem[] = [
  ...problemCodes.map((code) => problem(code)),
  ...linkProblemCodes.map((code) => linkProblem(code)),
  ...postProblemCodes.map((code) => postProblem(code)),
];
