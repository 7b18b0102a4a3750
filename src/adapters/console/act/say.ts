import { z } from 'zod';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { Doing } from './doing.ts';
import { sayWords } from './say-words.ts';

const words = z.object({ text: z.string().trim().min(1).max(2_000) });

/** Says something to Handrail in the name of whoever sent the form; returns where the answers are read. */
export async function say(doing: Doing): Promise<string> {
  const answers = await sayWords(doing, readForm(words, doing.body).text);
  return answers ?? doneAt('/console', 'pressed');
}
