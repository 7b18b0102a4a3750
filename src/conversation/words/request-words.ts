import type { Correction } from '../../requests/decision.ts';
import { minorFrom } from '../../shared/money.ts';

/** The first words of what was said of a request, each with what comes after it. */
export interface NumberWords {
  readonly word: string;
  readonly rest: string;
}

/** "northwind R-12: why?" → the words that can be a customer and a request's number. */
export function numberWords(said: string): readonly [NumberWords, NumberWords] {
  const first = firstWord(said);
  return [first, firstWord(first.rest)];
}

function firstWord(said: string): NumberWords {
  const text = said.trim();
  const [whole = ''] = /^\S+/.exec(text) ?? [];
  const word = whole.replace(/[:,.]+$/, '');
  return { word, rest: text.slice(whole.length).trim() };
}

const fields = ['minutes', 'role', 'rate', 'amount', 'by', 'title', 'description', 'note'] as const;
type Field = (typeof fields)[number];

const beginsField = new RegExp(`(?:^|[,;]\\s*|\\s)(?=(?:${fields.join('|')})\\s)`, 'i');

/**
 * "minutes 45, role engineer, amount 72.00" as a correction; money in the currency, as people write it. A sentence that
 * says what is wrong when it cannot be read. The long ones (title, description, note) stand last.
 */
export function readCorrection(text: string, currency: string | null): Correction | string {
  let left = text.trim();
  const to: { -readonly [K in keyof Correction]: Correction[K] } = {};
  while (left !== '') {
    const match = /^(\w+)\s+(.*)$/s.exec(left);
    const field = fields.find(name => name === match?.[1]?.toLowerCase());
    if (!match || !field) return usage;
    const said = match[2] ?? '';
    const isLong = field === 'title' || field === 'description' || field === 'note';
    const end = isLong ? said.length : ends(said);
    const problem = take(to, {
      field,
      value: said
        .slice(0, end)
        .replace(/[,;]\s*$/, '')
        .trim(),
      currency,
    });
    if (problem !== null) return problem;
    left = said.slice(end).replace(/^[,;\s]+/, '');
  }
  return Object.keys(to).length > 0 ? to : usage;
}

const usage = `What is to be corrected? One of ${fields.join(', ')}, like "minutes 45, amount 72.00 because …".`;

function ends(said: string): number {
  const next = beginsField.exec(said);
  return next && next.index > 0 ? next.index : said.length;
}

interface Given {
  readonly field: Field;
  readonly value: string;
  readonly currency: string | null;
}

type Draft = { -readonly [K in keyof Correction]: Correction[K] };

function take(to: Draft, { field, value, currency }: Given): string | null {
  switch (field) {
    case 'minutes': {
      const minutes = Number(value.replace(/\s*(?:m|min|minutes?)$/i, ''));
      if (!Number.isInteger(minutes) || minutes < 0 || minutes > 60_000)
        return `"${value}" is no number of minutes.`;
      to.minutes = minutes;
      return null;
    }
    case 'rate':
    case 'amount': {
      if (currency === null) return 'There is no contract, so there is no price to correct.';
      const minor = minorFrom(value.replace(currency, ''), currency);
      if (minor === null || minor < 0) return `"${value}" is no amount in ${currency}.`;
      if (field === 'rate') to.rate = minor;
      else to.amountMinor = minor;
      return null;
    }
    case 'note':
      to.notes = [value];
      return null;
    default:
      to[field] = value;
      return null;
  }
}
