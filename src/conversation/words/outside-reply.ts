import type { NamedPerson } from '../../understanding/speech/speech.ts';
import { readWatch } from './watch-words.ts';

/** What a text message back to us means. */
export type OutsideReply =
  | { readonly kind: 'takes' | 'passes'; readonly code: string | null }
  /** The carrier sends this person nothing more from us. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'start' }
  | { readonly kind: 'unclear'; readonly code: string | null };

/** The words by which carriers themselves end a number's messages (Twilio: "Default keywords"). */
const stops = /^(?:stop|stopall|stop all|unsubscribe|end|quit|cancel|revoke|optout)[.!]?$/i;
const starts = /^(?:start|unstop)[.!]?$/i;
const takes = /^(?:ack(?:nowledged?)?|1|yes|take(?: it)?)$/i;
const passes = /^(?:pass(?: (?:it )?on)?|2|no)$/i;

/** Reads a text message against "ack 42 or pass 42"; plain words do as well. */
export function readOutsideReply(text: string, colleagues: readonly NamedPerson[]): OutsideReply {
  const said = text.trim();
  if (stops.test(said)) return { kind: 'stop' };
  if (starts.test(said)) return { kind: 'start' };
  const code = said.match(/(?<!\d)\d{2}(?!\d)/)?.[0] ?? null;
  const word = (code ? said.replace(code, '') : said).replace(/[\s.!,#:]+/g, ' ').trim();
  if (takes.test(word)) return { kind: 'takes', code };
  if (passes.test(word)) return { kind: 'passes', code };
  const watch = readWatch(said, colleagues);
  if (!watch) return { kind: 'unclear', code };
  return { kind: watch.kind, code };
}
