import { understand } from '../../understanding/understand.ts';
import { readHumanWish } from './human-wish.ts';
import { readPageCall } from './human-words.ts';

/** Whether somebody is wanted now, whatever else is said: it goes before everything that could be read besides. */
export function isCallingSomebody(text: string): boolean {
  return (
    readPageCall(text) !== null || readHumanWish(text) === 'now' || understand(text).urgent === true
  );
}

const trouble =
  /\b(?:is|are|\p{L}+['’](?:s|re))\s+(?:still\s+|all\s+)?(?:down|dead|on fire|burning)\b/iu;

/** "It's down again": what nobody asks for anybody with, and needs somebody all the same. */
export function isTroubleNow(text: string): boolean {
  return trouble.test(text) && !/\b(?:nothing|none|no longer)\b/iu.test(text);
}

/** How a step stands, as a partner's person says it. */
export interface SaidStanding {
  readonly name: string;
  readonly to: 'underway' | 'done';
}

const standing =
  /^(?:the\s+)?(?<name>.{1,200}?)\s+(?:(?:is|are|was|were|has|have)\s+)?(?:been\s+)?(?:now\s+)?(?<to>done|finished|complete|completed|underway|begun|started)[.! ]*$/iu;

/** What makes of "done" a denial, a guess, a part or a time to come. */
const unsure =
  /\b(?:not|never|cannot|nothing|none|nobody|barely|hardly|hopefully|hope|hoping|think|guess|believe|suppose|expect|assume|seems?|looks?|probably|perhaps|maybe|might|could|would|should|must|almost|nearly|half|halfway|part(?:ly|ially)|mostly|until|unless|if|when|once|whether|will|shall|soon|later|tomorrow|to be|being|un(?:done|finished)|incomplete)\b|n['’]t\b|['’]ll\b|%/iu;

const asking = /^(?:is|are|was|were|has|have|had|why|who|how|what|which)\b/iu;

/** "Labels done", "the labels are underway"; null when it is no such word, or denied, hoped, promised or asked. */
export function readStanding(text: string): SaidStanding | null {
  const said = text.trim();
  const { name, to } = standing.exec(said)?.groups ?? {};
  if (!name || !to || unsure.test(said) || asking.test(said)) return null;
  return { name, to: /^(?:underway|begun|started)$/i.test(to) ? 'underway' : 'done' };
}

/** Behind a word that means something else in a sentence ("back up failed") there is an end or a separator. */
const apart = String.raw`(?:\s*[:;!]+\s*|\s*[.,]+(?:\s+|$)|\s+[-–—]+\s+|\s*\n\s*|\s*$)(?<said>.*)$`;

const back = new RegExp(
  String.raw`^(?:(?:hand(?:ed|ing)?|pass(?:ed|ing)?|giv(?:e|en|ing))\s+(?:(?:it|this)\s+)?back|back|pass(?:\s+(?:it|this))?(?:\s+on)?|not mine|not ours)${apart}`,
  'isu',
);
const over = new RegExp(`^(?:(?:it is |it['’]s )?(?:done|finished|resolved?))${apart}`, 'isu');

/** "Back the ribbon was worn", as our cards say it; "back up failed" and "back to normal" hand nothing back. */
const bareBack =
  /^back\s+(?!(?:up|ups|online|to|in|at|on|from|soon|later|end|office|again|then|and|is|was)\b)(?<said>.+)$/isu;

/** What takes a "done" back in the same breath. */
const takenBack =
  /^(?:no|nope|nah|not|but|except|almost|nearly|half|soon|later|tomorrow|still|again|if|when|once|i (?:hope|think|guess|believe)|hopefully)\b/iu;

/** "Back: the ribbon was worn", "done, they print again": what they found, or an empty text; null when nothing comes back. */
export function readBack(text: string): string | null {
  const said = text.trim();
  const given = back.exec(said)?.groups?.said ?? bareBack.exec(said)?.groups?.said;
  if (given !== undefined) return given.trim();
  const found = over.exec(said)?.groups?.said?.trim();
  return found === undefined || takenBack.test(found) ? null : found;
}

/** Whether it asks what is theirs, and says nothing else. */
export function isAboutOwn(text: string): boolean {
  return /^(?:help[?.]*$|(?:\?|status|tasks|steps|mine|what(?:['’]s| is)? (?:mine|ours|open|next|happening)|what do (?:i|we) have(?: to do)?)[?.! ]*$)/i.test(
    text.trim(),
  );
}

const taking =
  /^(?:ack(?:nowledged?)?|(?:i|we)(?:['’]ve|\s+have)?(?:\s+got|\s+have)?\s+(?:it|this)|(?:i|we)['’]ll take it|got it|(?:it['’]s )?mine|taking it|(?:i['’]m |we['’]re )?(?<still>still )?on it)(?:\s*[:,]\s*(?<name>.+?))?[.! ]*$/iu;

/** Whoever was called has it. */
export interface Taking {
  /** What it is about, where they said so; may be no name at all. */
  readonly name: string | null;
  /** They had it before. */
  readonly isStill: boolean;
}

/** "I have it", "ack", "still on it", "I have it: Northwind"; null when nothing is taken. */
export function readTaking(text: string): Taking | null {
  const found = taking.exec(text.trim());
  if (!found) return null;
  const { name, still } = found.groups ?? {};
  return { name: name ?? null, isStill: still !== undefined };
}
