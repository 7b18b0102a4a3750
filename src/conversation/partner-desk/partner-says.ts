import type { Person } from '../../customers/person.ts';

/** What a partner's person wrote, alone with us. */
export interface PartnerWords {
  readonly partner: Person;
  readonly text: string;
}
