import { z } from 'zod';
import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { shortcutIds } from '../../../conversation/arrival/shortcut.ts';
import type { FormAsk } from '../../../conversation/forms/form.ts';
import type { Answer } from '../gate/mount-gate.ts';
import { closingAnswer, notKnown, refusedWords, taken } from './answers.ts';
import { freshId } from './fresh-id.ts';
import { filledIn, handleDialog, sendCommand, showForm } from './handle-dialog.ts';
import { htmlWords } from './html-words.ts';
import { type From, personOf, readPerson } from './read-person.ts';
import { placeOf, refHere, type Scene, threadHere } from './scene.ts';
import { receive, type TeamsContext } from './teams-context.ts';

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
 * is taken at once; what a customer would read, and what wakes somebody up, is shown in a form first.
 */
export async function handleShortcut(context: TeamsContext, scene: Scene): Promise<Answer> {
  const parsed = picked.safeParse(scene.activity.value);
  if (!parsed.success) return notKnown;
  const from = await readPerson(context, scene);
  if (!from) return taken;
  const filling = { from, in: placeOf(scene) };
  const filled = filledIn(parsed.data.data);
  if (filled) return handleDialog(context, filled, filling);
  const { commandId } = parsed.data;
  if (commandId === 'handrail_log')
    return logMessage(context, scene, { from, picked: parsed.data });
  const ask = askAbout(parsed.data, filling);
  if (await context.world.openForm(ask))
    return showForm(context, ask, { nonce: context.ports.random.id() });
  if (commandId === 'handrail_page')
    return callHuman(context, scene, { from, picked: parsed.data });
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
  scene: Scene,
  { from, picked }: Act,
): Promise<Answer> {
  const { messagePayload } = picked;
  if (!messagePayload) return closingAnswer(refusedWords);
  const ref = refHere(scene, messagePayload.id);
  const author = await authorOf(context, scene, picked);
  const said = wordsOf(picked);
  const id = await freshId(context.ports, 'shortcut', [scene.tenant, from.user, 'log', ref]);
  return sendCommand(context, {
    id,
    from,
    in: placeOf(scene),
    said: {
      kind: 'command',
      command: 'log',
      words: '',
      about: { ref, text: said === '' ? null : said, author },
    },
  });
}

/** Whoever has no forms is a customer, and a customer who asks for a human gets one, in plain words. */
async function callHuman(
  context: TeamsContext,
  scene: Scene,
  { from, picked }: Act,
): Promise<Answer> {
  const ref = picked.messagePayload ? refHere(scene, picked.messagePayload.id) : '';
  const inbound: Inbound = {
    id: await freshId(context.ports, 'shortcut', [scene.tenant, from.user, 'page', ref]),
    from,
    in: placeOf(scene),
    addressed: true,
    threadOf: threadHere(scene),
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
  scene: Scene,
  { messagePayload }: Picked,
): Promise<Pick<From, 'platform' | 'workspace' | 'user'> | null> {
  const { id, tenantId } = messagePayload?.from?.user ?? {};
  if (!id) return null;
  const member = tenantId ? null : await roster.find(scene, id);
  const tenant = tenantId?.toLowerCase() ?? scene.tenant;
  const { platform, workspace, user } = personOf({
    member,
    user: id.toLowerCase(),
    tenant,
    timeZone: null,
  });
  return { platform, workspace, user };
}
