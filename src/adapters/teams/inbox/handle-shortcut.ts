import type { MessagingExtensionAction, TaskModuleResponse } from 'botbuilder';
import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { shortcutIds } from '../../../conversation/arrival/shortcut.ts';
import type { FormAsk } from '../../../conversation/forms/form.ts';
import { receive } from '../../api/receive.ts';
import { closingAnswer, refusedWords } from './answers.ts';
import { freshId } from './fresh-id.ts';
import { filledFrom, fillIn, sendCommand, showForm } from './handle-dialog.ts';
import { htmlWords } from './html-words.ts';
import { type From, personOf, readPerson } from './read-person.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, refHere, type TeamsTurn, threadHere } from './teams-turn.ts';

const text = z.string().nullish();

const picked = z.object({
  commandId: z.enum(shortcutIds),
  data: z.unknown().optional(),
  messagePayload: z
    .object({
      id: z.string(),
      body: z.object({ contentType: text, content: text }).nullish(),
      from: z.object({ user: z.object({ id: text, tenantId: text }).nullish() }).nullish(),
    })
    .nullish(),
});

type Picked = z.infer<typeof picked>;

/**
 * Somebody picked "Add to timeline", "Publish to customer" or "Page about this" on a message. A note for us alone
 * is taken at once; what a customer would read, and what wakes somebody up, is shown in a form first. Null when it
 * is none of ours.
 */
export async function handleShortcut(
  context: TeamsContext,
  turn: TeamsTurn,
  action: MessagingExtensionAction,
): Promise<TaskModuleResponse | null> {
  const parsed = picked.safeParse(action);
  const from = parsed.success ? await readPerson(context, turn) : null;
  if (!parsed.success || !from) return null;
  const filling = { from, in: placeOf(turn) };
  const filled = filledFrom(parsed.data.data);
  if (filled) return fillIn(context, filled, filling);
  const { commandId } = parsed.data;
  if (commandId === 'handrail_log') return logMessage(context, turn, { from, picked: parsed.data });
  const ask = askAbout(parsed.data, filling);
  if (await context.world.openForm(ask))
    return showForm(context, ask, { nonce: context.ports.random.id() });
  if (commandId === 'handrail_page') return callHuman(context, turn, { from, picked: parsed.data });
  return closingAnswer(refusedWords);
}

function askAbout(picked: Picked, filling: Pick<FormAsk, 'from' | 'in'>): FormAsk {
  const words = wordsOf(picked);
  return picked.commandId === 'handrail_page'
    ? { ...filling, name: 'page', values: { words } }
    : { ...filling, name: 'log', values: { text: words, readers: 'customer' } };
}

interface Act {
  readonly from: From;
  readonly picked: Picked;
}

async function logMessage(
  context: TeamsContext,
  turn: TeamsTurn,
  { from, picked }: Act,
): Promise<TaskModuleResponse> {
  const { messagePayload } = picked;
  if (!messagePayload) return closingAnswer(refusedWords);
  const ref = refHere(turn, messagePayload.id);
  const author = await authorOf(context, turn, picked);
  const said = wordsOf(picked);
  const id = await freshId(context.ports, 'shortcut', [turn.tenant, from.user, 'log', ref]);
  return sendCommand(context, {
    id,
    from,
    in: placeOf(turn),
    said: {
      kind: 'command',
      command: 'log',
      words: '',
      about: { ref, text: said === '' ? null : said, at: instantOf(messagePayload.id), author },
    },
  });
}

/** Teams' ids of messages are the moment they were said, in milliseconds. */
function instantOf(id: string): string | null {
  return /^1\d{12}$/.test(id) ? new Date(Number(id)).toISOString() : null;
}

/** Whoever has no forms is a customer, and a customer who asks for a human gets one, in plain words. */
async function callHuman(
  context: TeamsContext,
  turn: TeamsTurn,
  { from, picked }: Act,
): Promise<TaskModuleResponse> {
  const ref = picked.messagePayload ? refHere(turn, picked.messagePayload.id) : '';
  const inbound: Inbound = {
    id: await freshId(context.ports, 'shortcut', [turn.tenant, from.user, 'page', ref]),
    from,
    in: placeOf(turn),
    addressed: true,
    threadOf: threadHere(turn),
    said: { kind: 'text', text: 'page' },
  };
  await receive(context, inbound);
  return closingAnswer('On it. I answer in the conversation.');
}

function wordsOf({ messagePayload }: Picked): string {
  const { contentType, content } = messagePayload?.body ?? {};
  if (!content) return '';
  return contentType === 'text' ? content.trim() : htmlWords(content);
}

async function authorOf(
  { roster }: TeamsContext,
  turn: TeamsTurn,
  { messagePayload }: Picked,
): Promise<Pick<From, 'platform' | 'workspace' | 'user'> | null> {
  const { id, tenantId } = messagePayload?.from?.user ?? {};
  if (!id) return null;
  const member = tenantId ? null : await roster.find(turn, id);
  const tenant = tenantId?.toLowerCase() ?? turn.tenant;
  const { platform, workspace, user } = personOf({
    member,
    user: id.toLowerCase(),
    tenant,
    timeZone: null,
  });
  return { platform, workspace, user };
}
