import type { CallBack } from '../../paging/page/call-back.ts';
import { says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { momentIn } from '../../understanding/times/moment.ts';
import type { Reckoning } from '../../understanding/times/reckon.ts';

/** "+44 20 7946 0018", "(020) 7946-0018", "0207 946 0018 ext 12". */
const number = /(?:\+|\(|\b0)[\d()][\d ()./-]{5,22}\d(?: ?(?:ext\.?|x) ?\d{1,5})?/;
const fewestDigits = 7;
const mostDigits = 15;

/** The number and the hour somebody wants to be called at; null where no call is wished for. A doubtful hour is none. */
export function readCallBack(text: string, reckoning: Omit<Reckoning, 'tense'>): CallBack | null {
  const found = numberIn(text);
  if (!found && !says(speechOf(text), 'ringMe')) return null;
  const rest = found ? text.replace(found, ' ') : text;
  const moment = momentIn(rest, { ...reckoning, tense: 'future' });
  const at = moment?.hasTime && !moment.doubt ? moment.at : null;
  return found || at ? { number: found, at } : null;
}

function numberIn(text: string): string | null {
  const found = number.exec(text)?.[0].trim() ?? null;
  const digits = found?.replace(/ ?(?:ext|x).*$/, '').replace(/\D/g, '').length ?? 0;
  return digits >= fewestDigits && digits <= mostDigits ? found : null;
}
