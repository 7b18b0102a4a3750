import type { Tx } from '../shared/database.ts';
import type { SurveyKind } from './survey.ts';

/** One answer, as scores are made of it. */
export interface SurveyAnswer {
  readonly kind: SurveyKind;
  readonly score: number;
  readonly words: string | null;
  readonly answeredAt: Date;
  readonly personName: string;
}

/** Every answer of a customer's people, the newest first. */
export async function loadAnswers(tx: Tx, customerId: string): Promise<SurveyAnswer[]> {
  const rows = await tx.survey.findMany({
    where: { customerId, score: { not: null } },
    orderBy: { answeredAt: 'desc' },
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ kind, score, words, answeredAt, personId }) =>
    score === null || answeredAt === null
      ? []
      : [
          {
            kind: kind === 'csat' ? ('csat' as const) : ('nps' as const),
            score,
            words,
            answeredAt,
            personName: names.get(personId) ?? 'Somebody',
          },
        ],
  );
}
