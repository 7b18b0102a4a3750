import { allWords, type Check } from '../around.ts';
import { priceWork } from '../price.ts';
import { plainOf } from '../terms.ts';

const marked =
  /\b(?:included|contract(?:ual)?|monthly|agreed|free|prepaid|fee'?s?)\b[^.]{0,40}\b(?:hours?|minutes|time|allowance|contingent)\b[^.]{0,40}\b(?:run out|runs out|ran out|used up|exceed\w*|exhausted|gone|over|up|end|reached|full)\b|\b(?:uses?|used|takes?|took) up (?:what|all (?:that )?|everything (?:that )?|the rest of what)\b[^.]{0,15}\bincluded\b|\b(?:exceed\w*|beyond|over|above|past|used up|uses up|exhaust\w*|end of|rest of|last of|remaining|remainder of)\b[^.]{0,30}\b(?:included|contract(?:ual)?|monthly|agreed|prepaid)\b[^.]{0,20}\b(?:hours?|minutes|time|allowance|contingent)\b/;

const markedInGerman =
  /\b(?:inklusiv|frei|vertrags|monats)(?:stunden|minuten|kontingent)\w*\b[^.]{0,40}\b(?:aufgebraucht|uberschritten|erschopft|zu ende|voll)\b|\b\w*(?:kontingent|freistunden|inklusivstunden)\b[^.]{0,40}\b(?:aufgebraucht|uberschritten|ausgeschopft|erschopft|zu ende|voll)\b|\buber (?:die|das) (?:\w+ )?(?:inklusiv|frei|vertrags|monats)(?:stunden|kontingent)\b/;

const markedInRomance =
  /\b(?:horas? (?:incluidas?|del contrato|inclusas?)|bolsa de horas|heures (?:incluses|comprises|du forfait)|forfait)\b[^.]{0,40}\b(?:agot\w+|termin\w+|super\w+|exced\w+|epuis\w+|depass\w+|attein\w+|esgot\w+|ultrapass\w+)\b|\b(?:agot\w+|super\w+|exced\w+|epuis\w+|depass\w+|esgot\w+|ultrapass\w+)\b[^.]{0,30}\b(?:horas? (?:incluidas?|inclusas?)|bolsa de horas|heures (?:incluses|comprises)|forfait)\b/;

/** It runs past the month's included hours, and does not say so. */
export const includedHoursExceededUnmarked: Check = (work, around) => {
  const price = priceWork(work, around);
  if (!price || price.includedMinutes === 0) return null;
  const beyond = price.ordinaryMinutes - price.includedMinutes;
  const words = plainOf(allWords(work));
  if (beyond <= 0 || isMarked(words)) return null;
  return `The month’s included hours end within it: ${beyond} minutes are beyond them, and no word says so.`;
};

function isMarked(words: string): boolean {
  return [marked, markedInGerman, markedInRomance].some(one => one.test(words));
}
