/** What somebody wants to see of the voice of the customers, or to do with a theme. */
export type VoiceOrder =
  | { readonly kind: 'all'; readonly about: string }
  | { readonly kind: 'show'; readonly number: number }
  | { readonly kind: 'name'; readonly number: number; readonly name: string }
  | { readonly kind: 'own'; readonly number: number; readonly owner: string }
  | { readonly kind: 'merge'; readonly number: number; readonly into: number }
  | { readonly kind: 'decide' | 'finish'; readonly number: number; readonly words: string }
  | { readonly kind: 'tell'; readonly number: number };

const merging = /^(?:merge )?#?(\d+) (?:is the same as|belongs to|in ?to|with|and) #?(\d+)$/i;
const naming = /^(?:is|is called|name|named|rename|call it|called)(?: to| as)?[:\s]\s*(.+)$/is;
const owning = /^(?:owner|owned by|is for|for|give to|goes to)[:\s]\s*(.+)$/is;
const deciding = /^(?:decided|decision|decide|we decided)[:,\s]\s*(.+)$/is;
const finishing = /^(?:done|changed|we did|did|change)[:,\s]\s*(.+)$/is;
const telling = /^(?:tell(?: them)?|answer(?: them)?)$/i;

/** Reads what came after `voice`: "3", "3 owner Nora", "3 decided: …", "3 into 2", a customer's name, or nothing. */
export function readVoice(said: string): VoiceOrder {
  const text = said.trim();
  const [, first, second] = merging.exec(text) ?? [];
  if (first && second) return { kind: 'merge', number: Number(first), into: Number(second) };
  const [, digits, rest = ''] = /^#?(\d{1,6})[.:,]?(?:\s+(.*))?$/s.exec(text) ?? [];
  if (!digits) return { kind: 'all', about: text };
  const number = Number(digits);
  const found = (pattern: RegExp) => pattern.exec(rest.trim())?.[1]?.trim() ?? null;
  if (telling.test(rest.trim())) return { kind: 'tell', number };
  const owner = found(owning);
  if (owner) return { kind: 'own', number, owner };
  const decision = found(deciding);
  if (decision) return { kind: 'decide', number, words: decision };
  const change = found(finishing);
  if (change) return { kind: 'finish', number, words: change };
  const name = found(naming);
  return name ? { kind: 'name', number, name } : { kind: 'show', number };
}
