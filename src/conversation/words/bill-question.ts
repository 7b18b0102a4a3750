import { DateTime } from 'luxon';
import { dateIn } from '../../shared/time.ts';

const asksForBill =
  /\b(?:what|which|show|see|tell|list|how much|is there|are there|anything|give)\b[^.!]*\b(?:bill|invoice|charged?|billed|invoiced)\b|\b(?:bill|invoice)\b[^.!]*\?|\b(?:rechnung|facture|factura|fatura)\b|請求/i;

/** True for "what is on our bill for March?": a question about what is charged, not a complaint about it. */
export function isBillQuestion(text: string): boolean {
  const isTrouble =
    /\b(?:wrong|mistake|error|twice|too (?:much|high)|never ordered|dispute|complain|why)\b/i.test(
      text,
    );
  return !isTrouble && text.length <= 200 && asksForBill.test(text);
}

const monthNames: readonly RegExp[] = [
  /\bjan(?:uary|uar|vier|eiro)?\b|\benero\b/i,
  /\bfeb(?:ruary|ruar|rero)?\b|\bfévrier\b|\bfevereiro\b/i,
  /\bmar(?:ch|s|zo|ço)?\b|\bmärz\b/i,
  /\bapr(?:il)?\b|\bavril\b|\babril\b/i,
  /\bma[iy]o?\b/i,
  /\bjune?\b|\bjuni\b|\bjuin\b|\bjunio\b|\bjunho\b/i,
  /\bjuly?\b|\bjuli\b|\bjuillet\b|\bjulio\b|\bjulho\b/i,
  /\baug(?:ust)?\b|\baoût\b|\bagosto\b/i,
  /\bsep(?:t(?:ember|embre)?|tiembre)?\b|\bsetembro\b/i,
  /\bo[ck]t(?:ober|obre|ubre)?\b|\boutubro\b/i,
  /\bnov(?:ember|embre|iembre|embro)?\b/i,
  /\bde[cz](?:ember|embre|iembre|embro)?\b|\bdécembre\b/i,
];

/** The month that words name, "2026-03": by name the last one so called, "last month", else the one we are in. */
export function readMonth(
  text: string,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  const today = dateIn(timeZone, now);
  const written = /\b(20\d{2})-(0[1-9]|1[0-2])\b/.exec(text);
  if (written) return written[0];
  if (
    /\blast month\b|\bletzten monat\b|\bmois dernier\b|\bmes pasado\b|\bmês passado\b|先月/i.test(
      text,
    )
  )
    return DateTime.fromISO(today).minus({ months: 1 }).toFormat('yyyy-MM');
  const index = monthNames.findIndex(name => name.test(text));
  if (index < 0) return today.slice(0, 7);
  const year = Number(/\b20\d{2}\b/.exec(text)?.[0] ?? today.slice(0, 4));
  const month = `${year}-${String(index + 1).padStart(2, '0')}`;
  const isAhead = !/\b20\d{2}\b/.test(text) && month > today.slice(0, 7);
  return isAhead ? `${year - 1}${month.slice(4)}` : month;
}
