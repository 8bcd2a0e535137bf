import { contract as listInitiatives } from '#functions/catalogue/list-initiatives/contract.ts';
import { contract as readInitiative } from '#functions/catalogue/read-initiative/contract.ts';
import { contract as serveAssets } from '#functions/catalogue/serve-assets/contract.ts';
import { contract as showPages } from '#functions/catalogue/show-pages/contract.ts';
import { contract as showPrivacy } from '#functions/catalogue/show-privacy/contract.ts';
import { contract as describeForms } from '#functions/intake/describe-forms/contract.ts';
import { contract as makeChallenge } from '#functions/intake/make-challenge/contract.ts';
import { contract as showForm } from '#functions/intake/show-form/contract.ts';
import { contract as submitForm } from '#functions/intake/submit-form/contract.ts';
import { contract as changeCase } from '#functions/links/change-case/contract.ts';
import { contract as confirm } from '#functions/links/confirm/contract.ts';
import { contract as previewMail } from '#functions/links/preview-mail/contract.ts';
import { contract as review } from '#functions/links/review/contract.ts';
import { contract as revise } from '#functions/links/revise/contract.ts';
import { contract as showStatus } from '#functions/links/show-status/contract.ts';
import { contract as askForChanges } from '#functions/moderation/ask-for-changes/contract.ts';
import { contract as askModerators } from '#functions/moderation/ask-moderators/contract.ts';
import { contract as askSubmitter } from '#functions/moderation/ask-submitter/contract.ts';
import { contract as lapseCase } from '#functions/moderation/lapse-case/contract.ts';
import { contract as parkCase } from '#functions/moderation/park-case/contract.ts';
import { contract as takeUpCase } from '#functions/moderation/take-up-case/contract.ts';
import { contract as tellOutcome } from '#functions/moderation/tell-outcome/contract.ts';
import { contract as updateCatalogue } from '#functions/moderation/update-catalogue/contract.ts';
import { contract as answerUnknown } from '#functions/operations/answer-unknown/contract.ts';
import { contract as attendCase } from '#functions/operations/attend-case/contract.ts';
import { contract as checkHealth } from '#functions/operations/check-health/contract.ts';
import { contract as reconcile } from '#functions/operations/reconcile/contract.ts';
import { contract as remind } from '#functions/operations/remind/contract.ts';
import { contract as retention } from '#functions/operations/retention/contract.ts';
import type { HttpContract } from '#shared/aws/contract.ts';

/** Every function by its folder under functions/, with its contract. A test compares the list with the folders. */
export const contracts = {
  'catalogue/list-initiatives': listInitiatives,
  'catalogue/read-initiative': readInitiative,
  'catalogue/serve-assets': serveAssets,
  'catalogue/show-pages': showPages,
  'catalogue/show-privacy': showPrivacy,
  'intake/describe-forms': describeForms,
  'intake/make-challenge': makeChallenge,
  'intake/show-form': showForm,
  'intake/submit-form': submitForm,
  'links/change-case': changeCase,
  'links/confirm': confirm,
  'links/preview-mail': previewMail,
  'links/review': review,
  'links/revise': revise,
  'links/show-status': showStatus,
  'moderation/ask-for-changes': askForChanges,
  'moderation/ask-moderators': askModerators,
  'moderation/ask-submitter': askSubmitter,
  'moderation/lapse-case': lapseCase,
  'moderation/park-case': parkCase,
  'moderation/update-catalogue': updateCatalogue,
  'moderation/take-up-case': takeUpCase,
  'moderation/tell-outcome': tellOutcome,
  'operations/answer-unknown': answerUnknown,
  'operations/attend-case': attendCase,
  'operations/check-health': checkHealth,
  'operations/reconcile': reconcile,
  'operations/remind': remind,
  'operations/retention': retention,
};

type Contracts = typeof contracts;
/** `<capability>/<verb-noun>`. */
export type FunctionPath = keyof Contracts;

type Variables<Path extends FunctionPath> = keyof Contracts[Path]['env']['shape'];
type AnyVariable = { [Path in FunctionPath]: Variables<Path> }[FunctionPath];
/** A value for each environment variable that the function's contract names, and for none that only others name. */
export type EnvironmentOf<Path extends FunctionPath, Value = string> = Readonly<Record<Variables<Path>, Value>> & {
  readonly [Other in Exclude<AnyVariable, Variables<Path>>]?: never;
};

/** A file that a contract may want beside the code. */
export type FileName = NonNullable<HttpContract['files']>[number];

export function filesOf(path: FunctionPath): readonly FileName[] {
  const contract = contracts[path];
  return 'files' in contract ? contract.files : [];
}

/** The function's routes on the public API, as API Gateway names them; HEAD comes with every GET. */
export function routesOf(path: FunctionPath): readonly string[] {
  const contract = contracts[path];
  const routes = 'routes' in contract ? contract.routes : [];
  return routes.flatMap((route) => (route.startsWith('GET ') ? [route, route.replace('GET', 'HEAD')] : [route]));
}

/** Every route of the API except the one that answers for all others. */
export function allRoutes(): string[] {
  return functionPaths()
    .flatMap(routesOf)
    .filter((route) => route !== '$default');
}

/** How long the function may take: as long as a person waits for an answer, or half of what the workflow waits for a task. */
export function secondsOf(path: FunctionPath): number {
  const contract = contracts[path];
  return 'seconds' in contract ? contract.seconds : 'routes' in contract ? 10 : 30;
}

/** Every function's path, in the order of the list. */
export function functionPaths(): readonly FunctionPath[] {
  return Object.keys(contracts).filter((path): path is FunctionPath => path in contracts);
}

/** `operations/remind` in the words of the template: `Remind`. */
export function constructIdOf(path: FunctionPath): string {
  return nameOf(path).replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** `operations/remind` → `remind`. */
export function nameOf(path: FunctionPath): string {
  return path.slice(path.indexOf('/') + 1);
}
