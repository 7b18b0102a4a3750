import { findLearnt } from '../../confidence/find-learnt.ts';
import { learntWords } from '../../confidence/learnt-words.ts';
import { confidenceWords, evidenceWords } from '../../confidence/words.ts';
import { findAsked } from '../../customers/find-asked.ts';
import { findPerson } from '../../customers/find-person.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import type { Tx } from '../../shared/database.ts';
import { instantText } from '../../shared/instant-text.ts';
import { type Cadence, type Rung, rungWords } from '../cadence/cadence.ts';
import { loadScene } from '../cadence/load-scene.ts';
import type { Scene } from '../cadence/scene.ts';
import { type Bounds, boundsOf, idealHours } from '../cadence/step.ts';

/** Everything behind a cadence, for `why`. */
export interface Explanation {
  readonly transitionId: string;
  readonly transitionName: string;
  readonly customerName: string;
  readonly phase: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly rung: Rung;
  readonly bounds: Bounds;
  /** Who set it last, and why; null = nobody, it moves by itself. */
  readonly setBy: string | null;
  readonly setWhy: string | null;
  /** Whom check-ins are addressed to, when somebody said so in words; null = whoever leads. */
  readonly askedName: string | null;
  readonly nextAt: Date | null;
  /** Why the next time is what it is. */
  readonly nextReason: string;
  readonly lastSkipped: { readonly at: Date; readonly reason: string } | null;
  /** What this vendor's own transitions of the kind have taught. */
  readonly learnt: string;
  /** The newest evidence, newest first. */
  readonly evidence: readonly { readonly at: Date; readonly text: string }[];
  /** All of it as paragraphs for a card. */
  readonly paragraphs: readonly Text<'internal'>[];
}

/** Explains one cadence: evidence, rung, bounds, who set them, next time. Throws NotFoundError for an unknown transition. */
export async function explainCadence(
  tx: Tx,
  now: Date,
  transitionId: string,
): Promise<Explanation> {
  const scene = await loadScene({ tx, now }, transitionId);
  const { cadence, transition, customer, assessment } = scene;
  const setter = await findPerson(tx, cadence.setBy);
  const skipped = await tx.checkIn.findFirst({
    where: { transitionId, state: 'skipped' },
    orderBy: { seq: 'desc' },
  });
  const learnt = await findLearnt(tx, transition.kind);
  const facts = {
    transitionId,
    transitionName: transition.name,
    customerName: customer.name,
    phase: transition.phase,
    confidence: assessment.confidence,
    reasons: assessment.reasons,
    rung: cadence.rung,
    bounds: boundsOf(cadence, transition.phase),
    setBy: setter?.name ?? cadence.setBy,
    setWhy: cadence.setWhy,
    askedName: customer.askedId ? ((await findAsked(tx, customer))?.name ?? null) : null,
    nextAt: cadence.dueAt,
    nextReason: cadence.lastReason,
    lastSkipped: skipped ? { at: skipped.plannedFor, reason: skipped.reason ?? '' } : null,
    learnt: learntWords(learnt, transition.kind),
    evidence: scene.evidence
      .slice(-5)
      .reverse()
      .map(({ at, kind, note }) => ({ at, text: `${evidenceWords[kind]}: ${note}` })),
  };
  return { ...facts, paragraphs: paragraphsOf(facts, scene, now) };
}

type Facts = Omit<Explanation, 'paragraphs'>;

function paragraphsOf(facts: Facts, scene: Scene, now: Date): Text<'internal'>[] {
  const { confidence, reasons, nextAt, nextReason, lastSkipped } = facts;
  const next = nextAt
    ? internal`Next: ${time(nextAt)} (${nextReason}).`
    : internal`Nothing is due by itself: ${nextReason}.`;
  const skipped = lastSkipped
    ? internal` Last not sent: ${time(lastSkipped.at)}, ${lastSkipped.reason}.`
    : internal``;
  return [
    internal`Confidence is ${confidenceWords(confidence)}: ${reasons.join('; ')}.`,
    rungText(facts, scene, now),
    internal`${next}${skipped}`,
    ...(facts.askedName ? [internal`I ask ${facts.askedName}, because I was told to.`] : []),
    internal`${facts.learnt}`,
    ...facts.evidence.map(({ at, text }) => internal`${time(at)} ${text}`),
  ];
}

function rungText(
  { rung, bounds, setBy, setWhy, phase }: Facts,
  { cadence, assessment }: Scene,
  now: Date,
): Text<'internal'> {
  const by = setBy ? `Set by ${setBy}${setWhy ? ` (${setWhy})` : ''}.` : 'It moves by itself.';
  const ideal = idealHours(assessment.rate, cadence.closeness).toFixed(1);
  const states = statesOf(cadence, now).map(state => ` ${state}`);
  return internal`Check-ins ${rungWords(rung)}, within ${rungWords(bounds.min)} and ${rungWords(bounds.max)} (${phase}); the model would ask every ${ideal} business hours. ${by}${states.join('')}`;
}

function statesOf(cadence: Cadence, now: Date): string[] {
  const {
    pinned,
    pausedUntil,
    stopped,
    restingSince,
    notQuicker,
    notSlower,
    fixedTime,
    notBefore,
  } = cadence;
  return [
    ...(pinned ? ['Held.'] : []),
    ...(pausedUntil && pausedUntil > now ? [`Paused until ${instantText(pausedUntil)}.`] : []),
    ...(stopped ? ['The customer asked us to stop.'] : []),
    ...(restingSince ? ['Resting: the customer is silent.'] : []),
    ...(notQuicker ? [`The customer asked for no more than ${rungWords(notQuicker)}.`] : []),
    ...(notSlower ? [`The customer asked for no less than ${rungWords(notSlower)}.`] : []),
    ...(fixedTime ? [`Always at ${fixedTime}.`] : []),
    ...(notBefore ? [`Never before ${notBefore}.`] : []),
  ];
}
