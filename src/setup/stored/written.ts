import type { Contact } from '../../customers/person.ts';
import type { Target } from '../../paging/ladder/target.ts';
import { inZone } from '../../shared/time.ts';
import { durationText } from '../duration.ts';
import type { IdentityRow, OverrideRow } from '../rows.ts';
import { dayNames } from '../schema.ts';

/** A part of a setup file, as YAML or JSON would give it. */
export type Written = { readonly [key: string]: unknown };

/** Leaves out what the file would leave out: nothing, and lists with nothing in them. */
export function written(entry: Written): Written {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Contact methods as the file has them; a way that is only never wanted stands under `media`. */
export function writtenContact(contact: readonly Contact[]): Written[] {
  const listed = contact.filter(one => !isOnlyUnwanted(one));
  return listed.map(({ via, to, afterMinutes, isProposed }) =>
    written({
      via,
      to,
      after: afterMinutes > 0 ? durationText(afterMinutes) : null,
      verified: isProposed ? false : null,
    }),
  );
}

function isOnlyUnwanted({ via, to, isUnwanted }: Contact): boolean {
  return isUnwanted === true && to === null && via !== 'chat';
}

/** The media somebody is never reached by, of those they have; null when there is none. */
export function writtenMedia(contact: readonly Contact[]): Written | null {
  const never = contact.filter(({ isUnwanted }) => isUnwanted).map(({ via }) => via);
  return never.length > 0 ? { never: [...new Set(never)] } : null;
}

/** Where somebody is on their platforms. */
export function writtenUsers(identities: readonly IdentityRow[]): Written[] {
  return identities.map(({ platform, workspace, self }) => {
    if (platform === 'mail') return { platform, address: self };
    return platform === 'slack'
      ? { platform, workspace, user: self }
      : { platform, tenant: workspace, user: self };
  });
}

/** Which conversations a place is. */
export function writtenChannels(identities: readonly IdentityRow[]): Written[] {
  return identities.map(({ platform, workspace, self }) => {
    if (platform === 'mail') return { platform, address: self };
    return platform === 'slack'
      ? { platform, workspace, channel: self }
      : { platform, tenant: workspace, conversation: self };
  });
}

/** A day of the week, 1 = Monday, as a file writes it. */
export function dayName(day: number): string {
  return dayNames[day - 1] ?? '';
}

/** When somebody works. */
export function writtenHours(hours: {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
  readonly holidays: readonly string[];
}): Written {
  const { from, until: to, holidays } = hours;
  return written({ days: hours.days.map(dayName), from, to, holidays });
}

/** A moment with the offset of this zone: "2026-03-06T18:00:00-05:00". */
export function writtenMoment(at: Date, timeZone: string): string {
  const local = inZone(at, timeZone);
  return at.getMilliseconds() === 0
    ? local.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ")
    : local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
}

/** A window, or the plan of a step. */
export function writtenSpan(from: Date, until: Date, timeZone: string): Written {
  return { from: writtenMoment(from, timeZone), until: writtenMoment(until, timeZone) };
}

/** Stand-ins of a schedule, on its own clock. */
export function writtenOverrides(overrides: readonly OverrideRow[], timeZone: string): Written[] {
  return overrides.map(({ from, until, personId }) => ({
    ...writtenSpan(new Date(from), new Date(until), timeZone),
    person: personId,
  }));
}

/** Whom a level calls: a role or person by name, anything else as a mapping. */
export function writtenTarget(target: Target): string | Target {
  if ('role' in target) return target.role;
  if ('person' in target) return target.person;
  return target;
}
