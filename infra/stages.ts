import * as z from 'zod/mini';
import { findForm } from '#shared/forms/forms.ts';
import { Origin } from '#shared/http/allowed-origins.ts';
import { Limits } from '#shared/moderation/limits.ts';
import { addressHash } from '#shared/moderation/mail-budget.ts';
import { ModerationSettings } from '#shared/moderation/settings.ts';
import { faultsOf } from '#shared/moderation/settings-faults.ts';
import { devModeration, localModeration, prodModeration } from './moderators.ts';

export const stageNames = ['local', 'dev', 'prod'] as const;
export const StageName = z.enum(stageNames);
export type StageName = z.infer<typeof StageName>;

const Rate = z.strictObject({ perSecond: z.int(), burst: z.int() });

/** What differs between stages. Everything else is the same everywhere. */
const Settings = z.strictObject({
  /** The address people see, when a domain of our own stands before the API; absent: the API's own endpoint. */
  origin: z.optional(Origin),
  /**
   * The domain whose mail SES signs, and the address on it that mails come from. When the account has an identity of that
   * domain already, made by hand or by another stack, it is used as it is instead of being made.
   */
  mail: z.strictObject({ domain: z.string(), address: z.email(), identityExists: z.optional(z.boolean()) }),
  /** Where people reach those who run the service: on the page on privacy, to which every page leads. */
  publicEmail: z.email(),
  /** Who gets the alarms. */
  operatorEmail: z.email(),
  /** Where operators read infra/RUNBOOK.md: alarms link to its headings. */
  runbook: z.url(),
  /** Per form: the other sites that may post it and that people are sent back to. */
  allowedOrigins: z.record(z.string(), z.array(Origin)),
  /** Requests to the API, per second and at once; to each route of the catalogue, which crawlers read, a rate of its own. */
  throttle: z.extend(Rate, { catalogue: Rate }),
  logRetentionDays: z.literal([7, 30, 90, 180]),
  /** Tables refuse to be deleted and outlive the stack. */
  keepsData: z.boolean(),
  moderation: ModerationSettings,
  /** How much may be posted and mailed; `ownAddresses` follow from the rest. */
  limits: z.omit(Limits, { ownAddresses: true }),
});
export type StageSettings = z.infer<typeof Settings>;

/** The runbook of this repository; replace the owner by that of your copy. */
const runbook = 'https://github.com/example-owner/clearing-centre/blob/main/infra/RUNBOOK.md';

/** The stages side by side. `.example` marks what must be replaced before a first deployment (infra/DEPLOY.md). */
const stages: Record<StageName, z.input<typeof Settings>> = {
  local: {
    mail: { domain: 'clearing-centre.example', address: 'no-reply@clearing-centre.example' },
    publicEmail: 'contact@clearing-centre.example',
    operatorEmail: 'operator@clearing-centre.example',
    runbook,
    allowedOrigins: { initiative: ['https://www.nordicwelfare.example', 'http://localhost:8080'] },
    throttle: { perSecond: 500, burst: 1000, catalogue: { perSecond: 250, burst: 500 } },
    logRetentionDays: 7,
    keepsData: false,
    moderation: localModeration,
    limits: { mailsPerHour: 100_000, posts: { perNetwork: 600, perForm: { tenMinutes: 1000, day: 20_000 } } },
  },
  dev: {
    mail: {
      domain: 'dev.clearing-centre.example',
      address: 'no-reply@dev.clearing-centre.example',
    },
    publicEmail: 'contact@clearing-centre.example',
    operatorEmail: 'operator@clearing-centre.example',
    runbook,
    allowedOrigins: { initiative: [] },
    throttle: { perSecond: 20, burst: 40, catalogue: { perSecond: 10, burst: 20 } },
    logRetentionDays: 30,
    keepsData: false,
    moderation: devModeration,
    limits: { mailsPerHour: 200, posts: { perNetwork: 30, perForm: { tenMinutes: 60, day: 300 } } },
  },
  prod: {
    mail: { domain: 'clearing-centre.example', address: 'no-reply@clearing-centre.example' },
    publicEmail: 'contact@clearing-centre.example',
    operatorEmail: 'operator@clearing-centre.example',
    runbook,
    allowedOrigins: { initiative: [] },
    throttle: { perSecond: 100, burst: 200, catalogue: { perSecond: 50, burst: 100 } },
    logRetentionDays: 90,
    keepsData: true,
    moderation: prodModeration,
    limits: { mailsPerHour: 200, posts: { perNetwork: 30, perForm: { tenMinutes: 60, day: 300 } } },
  },
};

/** The settings of a stage. Throws naming everything that is wrong with them, before anything is deployed. */
export function stageSettings(stage: StageName): StageSettings {
  return checkSettings(stage, stages[stage]);
}

/** Checks the settings of a stage as a whole: shape, routes, forms. */
export function checkSettings(stage: StageName, settings: unknown): StageSettings {
  const parsed = z.safeParse(Settings, settings);
  const faults = parsed.success
    ? [...faultsOf(parsed.data.moderation), ...originFaults(parsed.data), ...mailFaults(parsed.data)]
    : parsed.error.issues.map(faultOf);
  if (!parsed.success || faults.length > 0) {
    throw new Error(`The settings of stage ${stage} cannot be used:\n- ${faults.join('\n- ')}`);
  }
  return parsed.data;
}

function faultOf(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return `${[...issue.path, issue.keys.join(', ')].join('.')} is no setting`;
  return issue.code === 'custom' ? `${where} ${issue.message}` : `${where} is missing or wrong`;
}

function originFaults({ allowedOrigins }: StageSettings): string[] {
  const unknown = Object.keys(allowedOrigins).filter((form) => findForm(form) === undefined);
  return unknown.map((form) => `allowedOrigins names ${form}, which is no form`);
}

function mailFaults({ mail }: StageSettings): string[] {
  return mail.address.endsWith(`@${mail.domain}`) ? [] : [`mail.address is not on ${mail.domain}`];
}

/** The limits as functions are given them: with the addresses on the domain of the service, as hashes. */
export function limitsOf({ limits, mail, operatorEmail, moderation }: StageSettings): Limits {
  const people = moderation.institutions.flatMap(({ contact, moderators, deputy }) => [
    contact,
    ...[...moderators, ...(deputy ? [deputy] : [])].map(({ email }) => email),
  ]);
  const own = [mail.address, operatorEmail, ...people].filter((address) => address.endsWith(`@${mail.domain}`));
  return { ...limits, ownAddresses: [...new Set(own.map(addressHash))] };
}

/** Addresses that no mail can reach: those that a new installation has to replace. */
export function placeholdersIn(settings: StageSettings): string[] {
  const moderation = settings.moderation.institutions.flatMap(({ contact, moderators, deputy }) => [
    contact,
    ...moderators.map((person) => person.email),
    ...(deputy ? [deputy.email] : []),
  ]);
  const addresses = [settings.mail.address, settings.publicEmail, settings.operatorEmail, ...moderation];
  return addresses.filter((address) => address.endsWith('.example'));
}
