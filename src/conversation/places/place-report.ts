import type { Notice } from '../arrival/notice.ts';

/** A place as it was known before a platform's word about it. */
export interface KnownPlace {
  readonly customerId: string | null;
  readonly audience: string;
  readonly parkedReason: string | null;
  readonly outside: readonly string[];
  readonly settled: readonly string[];
}

/** What its platform shows of it now. */
export interface PlaceReport {
  readonly kind: Notice['notice']['kind'];
  /** Companies outside ours that read it; null = the platform did not say. */
  readonly outside: readonly string[] | null;
  /** `first`: a listed place whose readers nobody has looked at yet, and none of them is another customer's. */
  readonly trust: 'first' | 'known';
}

export interface Judged {
  readonly outside: string[];
  readonly settled: string[];
  readonly parkedReason: string | null;
}

/** Why a place is parked, in words that a vendor person reads. */
export const reasons = {
  unbound: 'Nobody has said yet which customer it is.',
  left: 'I am not in it any more.',
  archived: 'It is archived.',
  opened: 'Somebody outside our company can read it.',
  newReader: 'A company that nobody has settled can read it now.',
  noReader: 'No company outside ours reads it any more.',
  unclear: 'Who can read it may have changed, and its platform did not say how.',
} as const;

/**
 * What a platform's word makes of a place. In doubt it is parked; and it comes out of that by itself only
 * when it was merely gone, and nothing else is in doubt.
 */
export function reviewPlace(place: KnownPlace, sight: PlaceReport): Judged {
  const outside = [...(sight.outside ?? place.outside)];
  const isTrusted = sight.trust === 'first' && place.audience !== 'internal';
  const settled = isTrusted ? outside : [...place.settled];
  return { outside, settled, parkedReason: reasonOf(place, sight, { outside, settled }) };
}

type Readers = Pick<Judged, 'outside' | 'settled'>;

function reasonOf(place: KnownPlace, sight: PlaceReport, readers: Readers): string | null {
  if (place.customerId === null) return reasons.unbound;
  const doubt = doubtOf(place, sight, readers);
  if (doubt) return doubt;
  const before = place.parkedReason;
  const wasGone = before === reasons.left || before === reasons.archived;
  switch (sight.kind) {
    case 'left':
    case 'archived':
      return before ?? reasons[sight.kind];
    case 'joined':
    case 'reopened':
      return wasGone ? null : before;
    case 'changed':
    case 'moved':
      return before;
  }
}

function doubtOf(
  place: KnownPlace,
  sight: PlaceReport,
  { outside, settled }: Readers,
): string | null {
  if (place.audience === 'internal') {
    if (outside.length > 0) return reasons.opened;
    const mayHaveChanged = sight.kind === 'changed' || sight.kind === 'moved';
    return mayHaveChanged && sight.outside === null ? reasons.unclear : null;
  }
  if (outside.some(company => !settled.includes(company))) return reasons.newReader;
  return settled.length > 0 && outside.length === 0 ? reasons.noReader : null;
}

/** "1 company outside ours", "nobody outside our company". */
export function readersWords(outside: readonly string[]): string {
  if (outside.length === 0) return 'nobody outside our company';
  return outside.length === 1
    ? '1 company outside ours'
    : `${outside.length} companies outside ours`;
}

/** The place as people call it: "#northwind-shared". */
export function placeName({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === '' ? id : `#${name.replace(/^#/, '')}`;
}
