import { unreachable } from '../shared/errors.ts';
import { day, inZone, minute, since } from '../shared/time.ts';
import type { Audience, Span, Text, TimeStyle } from './audience.ts';
import type { Card } from './card.ts';

/** Whose eyes it is for: the zone their times are shown in, and the moment they read it. */
export interface Reader {
  readonly timeZone: string;
  readonly now: Date;
  /** How dates are written; English when not said. */
  readonly language?: string | undefined;
}

/** A card as plain text: SMS, voice, notification fallback and transcripts. */
export function plainText(card: Card, view: Reader): string {
  const reader = { ...view, language: view.language ?? card.language };
  const lines: string[] = [];
  if (card.heading) lines.push(plainSpans(card.heading, reader));
  for (const paragraph of card.body) lines.push(plainSpans(paragraph, reader));
  for (const fact of card.facts ?? [])
    lines.push(`${fact.label}: ${plainSpans(fact.text, reader)}`);
  if (card.foot) lines.push(plainSpans(card.foot, reader));
  return lines.join('\n');
}

/** One text as a plain string, times on the reader's clock. */
export function plainSpans(text: Text<Audience>, reader: Reader): string {
  return text.spans.map(span => plainSpan(span, reader)).join('');
}

function plainSpan(span: Span, reader: Reader): string {
  switch (span.kind) {
    case 'text':
    case 'strong':
    case 'words':
      return span.text;
    case 'person':
      return `@${span.text}`;
    case 'time':
      return clockText(new Date(span.at), span.style, reader);
    default:
      return unreachable(span);
  }
}

/** An instant on the reader's wall clock: "18:05", "Sat 18:05" within six days, "Fri 20 Mar, 18:05" beyond. */
export function clockText(at: Date, style: TimeStyle, reader: Reader): string {
  const { timeZone, now, language = 'en' } = reader;
  const local = inZone(at, timeZone).setLocale(language === 'en' ? 'en-GB' : language);
  if (style === 'age') return language === 'en' ? ageText(at, now) : ageIn(language, at, now);
  if (style === 'bare') return local.toFormat('HH:mm');
  if (style === 'day') return dayIn(language, local);
  if (style === 'full') return `${dateIn(language, local)}, ${local.toFormat('HH:mm')}`;
  const today = inZone(now, timeZone);
  if (local.hasSame(today, 'day')) return local.toFormat('HH:mm');
  const isNear = Math.abs(since(now, at)) < 6 * day;
  if (isNear) return local.toFormat('ccc HH:mm');
  return `${dayIn(language, local)}, ${local.toFormat('HH:mm')}`;
}

function dayIn(language: string, local: ReturnType<typeof inZone>): string {
  if (language === 'en') return local.toFormat('ccc d LLL');
  return local.toLocaleString({ weekday: 'short', day: 'numeric', month: 'short' });
}

function dateIn(language: string, local: ReturnType<typeof inZone>): string {
  if (language === 'en') return local.toFormat('ccc d LLL yyyy');
  return local.toLocaleString({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

function ageIn(language: string, at: Date, now: Date): string {
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const minutes = Math.round(since(at, now) / minute);
  if (minutes < 1) return ago.format(0, 'second');
  if (minutes < 60) return ago.format(-minutes, 'minute');
  if (minutes < 48 * 60) return ago.format(-Math.round(minutes / 60), 'hour');
  return ago.format(-Math.round(minutes / (24 * 60)), 'day');
}

/** "just now", "9 minutes ago", "3 hours ago", "2 days ago". */
export function ageText(at: Date, now: Date): string {
  const minutes = Math.round(since(at, now) / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.round(minutes / 60), 'hour');
  return counted(Math.round(minutes / (24 * 60)), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
