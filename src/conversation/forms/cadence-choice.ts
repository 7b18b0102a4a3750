import { rungs, rungWords } from '../../check-ins/cadence/cadence.ts';
import { readCadence, type SaidChange } from '../words/cadence-words.ts';

/** What can be chosen in the form, by the word it is typed with. */
export const cadenceOptions = [
  ...rungs.map(rung => ({ value: rung as string, label: capital(rungWords(rung)) })),
  { value: 'close', label: 'By itself, close' },
  { value: 'normal', label: 'By itself, normal' },
  { value: 'light', label: 'By itself, light' },
];

/** The change that was chosen, or null while none is. */
export function chosenChange(value: string): SaidChange | null {
  const isKnown = cadenceOptions.some(option => option.value === value);
  return isKnown ? (readCadence(value)?.change ?? null) : null;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
