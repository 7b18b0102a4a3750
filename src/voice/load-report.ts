import { listOpenPromises } from '../promises/list-open-promises.ts';
import { loadOutcomes } from '../promises/load-outcomes.ts';
import { type Trust, trustOf } from '../promises/trust.ts';
import type { Trip } from '../shared/database.ts';
import { loadAnswers, type SurveyAnswer } from '../surveys/load-answers.ts';
import { recommendedText, solvedText } from '../surveys/score-text.ts';
import { loadNames } from './load-names.ts';
import { type Listening, loadTallies } from './load-tallies.ts';
import type { Tally } from './tally.ts';
import type { Names } from './voice-card.ts';

/** What a board reads of its customers' voice: in numbers and words, what was decided, what changed, what is owed. */
export interface VoiceReport {
  readonly organisation: string;
  readonly timeZone: string;
  readonly madeAt: Date;
  readonly from: Date | null;
  readonly until: Date;
  /** Of whom it tells. */
  readonly customers: readonly string[];
  readonly tallies: readonly Tally[];
  readonly names: Names;
  readonly solved: string;
  readonly recommended: string;
  /** Words of those who praised. */
  readonly praise: readonly SurveyAnswer[];
  readonly trust: Trust;
  readonly owed: readonly { readonly customer: string; readonly text: string; readonly by: Date }[];
}

/** Gathers the report of these customers, of everybody when none is named, from that day until that day. */
export async function loadVoiceReport(trip: Trip, listening: Listening): Promise<VoiceReport> {
  const { tx, now } = trip;
  const { customerIds, from, until } = listening;
  const isIn = (at: Date) => (!from || at >= from) && (!until || at < until);
  const customers = await tx.customer.findMany({
    where: customerIds ? { id: { in: [...customerIds] } } : {},
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const tallies = await loadTallies(tx, listening);
  const answers: SurveyAnswer[] = [];
  const outcomes = [];
  const owed = [];
  for (const { id, name } of customers) {
    const all = await loadAnswers(tx, id);
    answers.push(...all.filter(({ answeredAt }) => isIn(answeredAt)));
    const given = await loadOutcomes(tx, id, 'internal');
    outcomes.push(...given.filter(({ promisedFor }) => isIn(promisedFor)));
    for (const { text, promisedFor } of await listOpenPromises(tx, id, 'internal'))
      owed.push({ customer: name, text, by: promisedFor });
  }
  const organisation = await tx.organisation.findFirst();
  return {
    organisation: organisation?.name ?? '',
    timeZone: organisation?.timeZone ?? 'UTC',
    madeAt: now,
    from: from ?? null,
    until: until ?? now,
    customers: customers.map(({ name }) => name),
    tallies,
    names: await loadNames(tx, tallies),
    solved: solvedText(answers, until ?? now),
    recommended: recommendedText(answers, until ?? now),
    praise: answers.filter(({ words, score, kind }) => words && score >= (kind === 'csat' ? 4 : 9)),
    trust: trustOf(outcomes),
    owed: owed.sort((a, b) => a.by.getTime() - b.by.getTime()),
  };
}
