import type { DecisionKind } from '#shared/case/case.ts';
import type { InEveryLanguage } from '#shared/i18n/language.ts';

/** How a round was decided, as moderators read it. */
export const decisionLabels: InEveryLanguage<Readonly<Record<DecisionKind, string>>> = {
  en: { approve: 'Approved', 'request-changes': 'Changes requested', reject: 'Rejected' },
  da: { approve: 'Godkendt', 'request-changes': 'Ændringer ønskes', reject: 'Afvist' },
  nb: { approve: 'Godkjent', 'request-changes': 'Endringer ønskes', reject: 'Avvist' },
  sv: { approve: 'Godkänt', 'request-changes': 'Ändringar begärda', reject: 'Avslaget' },
  fi: { approve: 'Hyväksytty', 'request-changes': 'Pyydetty muutoksia', reject: 'Hylätty' },
  is: { approve: 'Samþykkt', 'request-changes': 'Óskað eftir breytingum', reject: 'Hafnað' },
};
