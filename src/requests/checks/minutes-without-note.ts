import type { Check } from '../around.ts';
import { plainOf, termsOf } from '../terms.ts';

const longMinutes = 60;
const howLong =
  /\b\d+(?:[.,]\d+)? ?(?:h|hrs?|hours?|m|mins?|minutes?)\b|\bhalf (?:an|the|of)\b|\b(?:an|one|two|three) hours?\b/;
const allOfIt =
  /\b(?:throughout|(?:the )?whole time|all the time|all of it|the entire (?:time|hour))\b/;
const inSteps =
  /\bfirst\b[^.]*\bthen\b|\bthen\b[^.]*\b(?:then|finally|after that)\b|\bafterwards\b/;

const inGerman =
  /\b\d+ ?(?:stunden?|minuten|std)\b|\b(?:eine|zwei|drei|halbe) stunden?\b|\bzuerst\b[^.]*\bdann\b|\bdanach\b|\bdie ganze zeit\b/;
const inRomance =
  /\b\d+(?:[.,]\d+)? ?(?:minutos?|horas?|heures?)\b|\b(?:una|media|dos|tres|une|demi-?|deux|trois|uma|meia|duas) (?:horas?|heures?)\b|\b(?:primero|d'abord|primeiro)\b[^.]*\b(?:luego|despues|puis|ensuite|depois)\b/;

/** An hour or more, and nothing that says how it was spent. */
export const minutesWithoutNote: Check = ({ minutes, notes, description = '' }) => {
  if (minutes < longMinutes) return null;
  const noted = termsOf(notes.join(' '));
  const isNoted =
    noted.size >= 3 ||
    (noted.size >= 2 &&
      notes.some(note => howLong.test(plainOf(note)) || allOfIt.test(plainOf(note))));
  const told = plainOf(description);
  if (isNoted || [howLong, inSteps, inGerman, inRomance].some(one => one.test(told))) return null;
  return `${minutes} minutes, and nothing says how they were spent.`;
};
