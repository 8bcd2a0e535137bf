/** The fields of the form that people see, by path. */
export const initiativePaths = [
  'title',
  'summary',
  'language',
  'description',
  'website',
  'countries',
  'actorType',
  'organisation',
  'themes',
  'targetGroups',
  'goals',
  'phase',
  'startDate',
  'endDate',
  'results',
  'lessons',
  'transferability',
  'funding',
  'funding.source',
  'funding.amount',
  'funding.currency',
  'contact',
  'contact.name',
  'contact.email',
  'contact.role',
  'contact.public',
  'consent',
] as const;
export type InitiativePath = (typeof initiativePaths)[number];

/** The headings of the form, in the order of the page. */
export type InitiativeHeading =
  | 'initiative'
  | 'where'
  | 'about'
  | 'when'
  | 'learned'
  | 'funding'
  | 'contact'
  | 'consent';

/** The form `initiative` in one language. */
export interface InitiativeWords {
  readonly name: string;
  /** What the page asks one to do. */
  readonly invitation: string;
  /** Paragraphs stand apart by an empty line; lines that begin with `- ` are a list. */
  readonly introduction: string;
  readonly headings: Readonly<Record<InitiativeHeading, string>>;
  readonly fields: Readonly<Record<InitiativePath, { readonly label: string; readonly hint?: string }>>;
}
