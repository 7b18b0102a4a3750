import { type OpenSpan, term } from '../delivery/audience.ts';
import type { InEach, PhraseLanguage } from '../delivery/phrases/phrase.ts';
import { day, hour, minute } from '../shared/time.ts';
import type { Wording } from '../timeline/event.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Up to nine in words, then in digits, as English is set. */
export function numberWords(count: number): Wording {
  return (small[count] ?? String(count)) as Wording;
}

/** The same inside a customer's sentence: elsewhere in digits. */
export function numberTerm(count: number): OpenSpan {
  return term(
    numberWords(count),
    inEach(() => String(count)),
  );
}

/** The same at the beginning of a sentence. */
export function capitalNumberTerm(count: number): OpenSpan {
  const english = numberWords(count);
  return term(
    english.charAt(0).toUpperCase() + english.slice(1),
    inEach(() => String(count)),
  );
}

/** "five minutes", "10 minutes", "an hour", "an hour and 20 minutes", "two days": to the minute, never zero. */
export function durationWords(milliseconds: number): Wording {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  if (minutes < 60) return counted(minutes, 'minute');
  if (milliseconds >= 2 * day) return counted(Math.round(milliseconds / day), 'day');
  const [hours, rest] = hoursOf(minutes);
  const whole = hours === 1 ? ('an hour' as Wording) : counted(hours, 'hour');
  return rest === 0 ? whole : (`${whole} and ${counted(rest, 'minute')}` as Wording);
}

/** The same inside a customer's sentence, in every language: "4 Stunden und 10 Minuten". */
export function durationTerm(milliseconds: number): OpenSpan {
  return term(
    durationWords(milliseconds),
    inEach(language => durationIn(language, milliseconds)),
  );
}

function durationIn(language: PhraseLanguage, milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  const counted = (count: number, unit: string) =>
    plainSpaces(
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
  if (minutes < 60) return counted(minutes, 'minute');
  if (milliseconds >= 2 * day) return counted(Math.round(milliseconds / day), 'day');
  const [hours, rest] = hoursOf(minutes);
  const parts = [counted(hours, 'hour'), ...(rest === 0 ? [] : [counted(rest, 'minute')])];
  return new Intl.ListFormat(language, { type: language === 'ja' ? 'unit' : 'conjunction' }).format(
    parts,
  );
}

function plainSpaces(text: string): string {
  return text.replace(/\s/gu, ' ');
}

function hoursOf(minutes: number): readonly [number, number] {
  const hours = Math.floor((minutes * minute) / hour);
  return [hours, minutes - hours * 60];
}

function inEach(say: (language: PhraseLanguage) => string): InEach {
  return { de: say('de'), fr: say('fr'), es: say('es'), pt: say('pt'), ja: say('ja') };
}

function counted(count: number, unit: string): Wording {
  return `${numberWords(count)} ${unit}${count === 1 ? '' : 's'}` as Wording;
}
