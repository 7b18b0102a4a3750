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
  readonly askerName: string;
}

/** What the colleague reads, before and after they have answered. */
export function coverCard(cover: Cover): Card<'internal'> {
  const { id, scheduleId, from, until, state, isForAbsence, askerName } = cover;
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
  const question = isForAbsence
    ? internal`${askerName} is away then and on call. Can you cover? ${what}.`
    : internal`${askerName} asks whether you can cover for them: ${what}.`;
  return internalCard('shift', null, {
    body: [question],
    actions: [
      { id: 'cover.accept', label: 'Yes, I cover', subject: id, style: 'primary' },
      { id: 'cover.decline', label: 'No', subject: id },
    ],
    foot: internal`Nothing changes until you say yes.`,
  });
}
