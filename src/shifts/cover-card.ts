import { internal, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';

/** Somebody asks a colleague to take their shift. */
export interface Cover {
  readonly id: string;
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  readonly state: string;
  readonly isForAbsence: boolean;
  /** A manager asks, because the one on call has carried a lot. */
  readonly isForRelief?: true;
  readonly askerName: string;
}

/** What the colleague reads, before and after they have answered. */
export function coverCard(cover: Cover): Card<'internal'> {
  const { id, scheduleId, from, until, state, askerName } = cover;
  const what = internal`${scheduleId} from ${time(from)} until ${time(until)}`;
  if (state === 'accepted') {
    return internalCard('shift', null, {
      body: [internal`✅ You cover for ${askerName}: ${what}.`],
    });
  }
  if (state === 'settled') {
    return internalCard('shift', null, {
      body: [internal`Settled, you need not answer any more: ${what}.`],
    });
  }
  if (state !== 'asked') {
    return internalCard('shift', null, {
      body: [internal`You said no: ${askerName} stays on call, ${what}.`],
    });
  }
  return internalCard('shift', null, {
    body: [internal`${questionOf(cover)} ${what}.`],
    actions: [
      { id: 'cover.accept', label: 'Yes, I cover', subject: id, style: 'primary' },
      { id: 'cover.decline', label: 'No', subject: id },
    ],
    foot: internal`Nothing changes until you say yes.`,
  });
}

function questionOf({ isForAbsence, isForRelief, askerName }: Cover): string {
  if (isForRelief)
    return `${askerName} has carried a lot lately and would be glad of a night. Can you cover?`;
  return isForAbsence
    ? `${askerName} is away then and on call. Can you cover?`
    : `${askerName} asks whether you can cover for them:`;
}
