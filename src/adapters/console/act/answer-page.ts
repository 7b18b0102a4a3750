import { z } from 'zod';
import { carryOut } from '../../api/v1/carry-out.ts';
import type { Operation } from '../../api/v1/operation.ts';
import { acknowledge, resolve, update } from '../../api/v1/pages.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { callOf, type Doing } from './doing.ts';

/** What one does with a page that called. */
export type Answered = 'take' | 'update' | 'resolve';

const doneBy = { take: 'taken', update: 'updated', resolve: 'resolved' } as const;

const words = z.object({
  text: z.string().trim().min(1).max(2_000),
  audience: z.enum(['shared', 'internal']).catch('internal'),
});

/** Takes, updates or resolves a page in the name of whoever sent the form; returns where to look then. */
export async function answerPage(how: Answered, doing: Doing): Promise<string> {
  const { pageId = '' } = doing.params;
  const { operation, body } = asked(how, doing);
  await carryOut(doing.ports, { operation, call: callOf(doing, { params: { pageId }, body }) });
  const here = `/console/pages/${encodeURIComponent(pageId)}`;
  return doneAt(here, doneBy[how]);
}

function asked(how: Answered, { body, session }: Doing): { operation: Operation; body: object } {
  const by = session.person.id;
  if (how === 'take') return { operation: acknowledge, body: { by } };
  const { text, audience: visibility } = readForm(words, body);
  return how === 'update'
    ? { operation: update, body: { by, text, visibility } }
    : { operation: resolve, body: { by, note: text, visibility } };
}
