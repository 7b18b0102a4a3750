import { understand } from '../../understanding/understand.ts';
import { isTroubleNow } from './partner-words.ts';

const polite =
  /[\s,.;:!–—-]*(?:(?:please|pls|sorry|my (?:mistake|fault|bad)|thanks?(?: you)?|all (?:is )?(?:good|fine|well)|wrong (?:channel|chat|place|customer|person|window|number)|bitte|danke|alles (?:gut|in ordnung)|mein fehler|d[ée]sol[ée]e?|merci|tout va bien|perd[óo]n|gracias|todo bien|desculpe|obrigad[oa]|tudo bem)[\s,.;:!–—-]*)*$/iu
    .source;

const alarm = '(?:false alarm|fehlalarm|fausse alerte|falsa alarma|alarme falso)';
const takenBack =
  '(?:(?:call|take) (?:it|that) off|take (?:it|that) back|cancel(?: (?:it|that|this|the call))?)';

/** Nothing beside it but manners; what a false alarm was may be said behind it. */
const off = new RegExp(
  String.raw`^(?:(?:please|sorry|oh|ok|okay)[\s,!]+)*(?:(?:${alarm}|${takenBack})${polite}|${alarm}\s*[,.;:!–—-].*$)`,
  'isu',
);

/** "Cancelled orders come twice" is trouble, and "Fehlalarm wäre schön" is none: these words count as they stand above alone. */
const alike = new RegExp(
  String.raw`\b(?:${alarm}|cancel|(?:call|take)\b.{0,20}\b(?:off|back))`,
  'iu',
);

/** What leaves a doubt: something is denied, is left, was only for a while, or is back. */
const doubt =
  /\?|\b(?:but|not|no(?! longer\b)|cannot|except|only|just|unless|until|still|yet|for (?:now|a)|other|another|aber|nicht|kein\p{L}*|nur|noch|mais|pas|sauf|encore|seulement|pero|sino|solo|todavía|aún|mas|não|nao|só|ainda)\b|n['’]t\b|\b(?:errors?|problems?|issues?|faults?|alarms?|outage|trouble|fehler|störung|erreur|panne|problème|falla|problema|falha|erro)\b.{0,30}\bback\b|\bback\b.{0,30}\b(?:errors?|problems?|issues?|faults?|alarms?|outage|trouble)\b|でも|けど|しかし|ない|まだ/iu;

/** "False alarm", "call it off", "it works again": what was called for is over, or was nothing. In doubt it is not. */
export function isCallingOff(text: string): boolean {
  const said = text.trim();
  const { intent, urgent, offer, confidence } = understand(said);
  if (urgent || isTroubleNow(said) || doubt.test(said)) return false;
  if (off.test(said)) return true;
  return intent === 'resolved' && !offer && confidence >= 0.8 && !alike.test(said);
}
