import { z } from 'zod';
import { type SurveyKind, type SurveyState, surveyKinds, surveyStates } from './survey.ts';

/** One question to one person, as it stands. */
export interface Survey {
  readonly id: string;
  readonly key: string;
  readonly customerId: string;
  readonly personId: string;
  readonly kind: SurveyKind;
  readonly state: SurveyState;
  readonly plannedAt: Date;
  readonly score: number | null;
  readonly words: string | null;
}

const kindColumn = z.enum(surveyKinds);
const stateColumn = z.enum(surveyStates);

/** A stored row as a survey. */
export function surveyFrom(
  row: Omit<Survey, 'kind' | 'state'> & { kind: string; state: string },
): Survey {
  const { id, key, customerId, personId, plannedAt, score, words } = row;
  const kind = kindColumn.parse(row.kind);
  const state = stateColumn.parse(row.state);
  return { id, key, customerId, personId, kind, state, plannedAt, score, words };
}
