import { internal } from '../../delivery/audience.ts';
import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import type { Trip } from '../../shared/database.ts';
import { planAnswers } from '../../voice/plan-answers.ts';
import { themeFrom } from '../../voice/theme.ts';
import { privateNote, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** "Tell them": whoever said it hears what came of it, in their hours and within what they are contacted. */
export async function tellByButton(trip: Trip, press: CheckedPress): Promise<Reply[]> {
  const { id, value } = valuedSubjectFrom(press.subject);
  const theme = themeFrom(await trip.tx.theme.findUniqueOrThrow({ where: { id } }));
  const step = value === 'decided' ? 'decided' : 'done';
  const planned = await planAnswers(trip, theme, step);
  switch (planned.kind) {
    case 'foreign':
      return [
        privateNote(
          internal`Nobody is told: "${planned.found}" is another customer's, and ${planned.customerName} would read it. Say it without: "voice ${theme.number} ${step}: …".`,
        ),
      ];
    case 'nothing':
      return [privateNote(internal`There is nothing to tell of it yet.`)];
    case 'planned':
      return [
        privateNote(
          planned.count === 0
            ? internal`They are told of that already.`
            : internal`They hear it in their next hours: ${planned.count === 1 ? 'one message' : `${planned.count} messages`}. "voice ${theme.number}" shows who was told.`,
        ),
      ];
  }
}
