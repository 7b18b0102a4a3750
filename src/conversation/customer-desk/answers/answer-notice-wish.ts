import { shared, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { keepNotice, type NoticeState } from '../../../situation/keep-notice.ts';
import { matchSteps } from '../../../situation/step-match.ts';
import { named } from '../../../situation/text.ts';
import { stepText } from '../../../situation/time-text.ts';
import { findCurrentTransitions } from '../../../transitions/find-transition.ts';
import { listMilestones } from '../../../transitions/list-milestones.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import type { Ask } from './ask.ts';
import { askerOf } from './asker.ts';

/** "Let me know when the copy is done": kept, and told once. Null when the words name no step of the plan. */
export async function answerNoticeWish(
  trip: Trip,
  ask: Ask,
  state: NoticeState,
): Promise<Reply[] | null> {
  const { customer, text, turn } = ask;
  const transitions = await findCurrentTransitions(trip.tx, customer.id, trip.now);
  const milestones = await listMilestones(
    trip.tx,
    transitions.map(({ id }) => id),
  );
  const meant = stepsMeant(text, milestones);
  if (meant.length === 0) return null;
  const said: Text<'shared'>[] = [];
  for (const milestone of meant) {
    if (isThere(milestone, state)) said.push(stepText(milestone, { milestones, now: trip.now }));
    else {
      await keepNotice(trip, { inboxId: turn.inboxId, milestone, state, asker: askerOf(ask) });
      said.push(keptText(milestone, state));
    }
  }
  return [answer(customer.id, ...said)];
}

/** The steps that are named; where none is, "tell us when it's done" means what is underway. */
function stepsMeant(text: string, milestones: readonly Milestone[]): Milestone[] {
  const names = milestones.map(({ name }) => name);
  const named = matchSteps(text, names).flatMap(index => milestones[index] ?? []);
  if (named.length > 0 || !meansThis.test(text)) return named;
  const underway = milestones.filter(({ startedAt, endedAt }) => startedAt && !endedAt);
  return underway.length === 1 ? underway : [];
}

/** "… once it's done", "… sobald es fertig ist": what goes on now, and nothing that has a name of its own. */
const meansThis =
  /\b(?:(?:it|this|that|you|they)(?:['’](?:s|re|ve)| is| are| has| have)? (?:all )?(?:been )?(?:done|finished|over|completed?|ready|through)|(?:es|das|ihr) (?:ganz )?(?:fertig|vorbei|durch|soweit)|c['’]est (?:fini|termine|terminé|pret|prêt)|(?:este|esté|esta|está) (?:listo|terminado|hecho|pronto|feito)|termine[mn]?|acabe[mn]?|(?:è|é|e) finit[oa]|(?:het|dat) klaar is|klaar zijn)\b|(?:終わ|完了し|済ん|でき)(?:ったら|たら|だら|り次第)/i;

function isThere({ startedAt, endedAt }: Milestone, state: NoticeState): boolean {
  return endedAt !== null || (state === 'underway' && startedAt !== null);
}

function keptText(
  { name, plannedFrom, plannedUntil }: Milestone,
  state: NoticeState,
): Text<'shared'> {
  return state === 'done'
    ? shared`I'll tell you here once "${named(name)}" is done, planned for ${time(plannedUntil)}.`
    : shared`I'll tell you here once "${named(name)}" begins, planned for ${time(plannedFrom)}.`;
}
