import { type OpenSpan, strong, term } from '../delivery/audience.ts';
import { openly } from '../timeline/event.ts';
import type { Person } from './person.ts';

const unnamed = term('your advocate', {
  de: 'Ihre Ansprechperson',
  fr: 'votre interlocuteur',
  es: 'su persona de contacto',
  pt: 'sua pessoa de contato',
  ja: '担当',
});

/** The advocate as the customer reads of them: by name, and by their part for the customer where the seat is empty. */
export function advocateText(advocate: Pick<Person, 'name'> | null): OpenSpan {
  return advocate ? strong(openly(advocate.name)) : unnamed;
}
