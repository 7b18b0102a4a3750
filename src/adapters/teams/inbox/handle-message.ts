import type { Inbound } from '../../../conversation/arrival/inbound.ts';
import { type FormName, formNames } from '../../../conversation/forms/form.ts';
import type { Answer } from '../gate/mount-gate.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { taken } from './answers.ts';
import { type From, readPerson } from './read-person.ts';
import { readWords } from './read-words.ts';
import { placeOf, refHere, type Scene, threadHere } from './scene.ts';
import { loadHomeCard, loadOpener, showCard } from './show-home.ts';
import { receive, type TeamsContext } from './teams-context.ts';

/** Somebody wrote something. */
export async function handleMessage(context: TeamsContext, scene: Scene): Promise<Answer> {
  const { activity, kind } = scene;
  const from = await readPerson(context, scene);
  if (!from || !activity.id) return taken;
  const words = readWords(activity);
  // Whoever only names us wants something; whoever only sends a picture does not speak to us.
  const text = words.text === '' && words.isMention ? 'hello' : words.text;
  if (text === '') return taken;
  const id = messageId(scene, activity.id);
  if (kind === 'personal' && (await isShown(context, { scene, from, text, id }))) return taken;
  const inbound: Inbound = {
    id,
    from,
    in: placeOf(scene),
    addressed: kind === 'personal' || words.isMention,
    threadOf: threadHere(scene),
    ref: refHere(scene, activity.id),
    said: { kind: 'text', text },
  };
  await receive(context, inbound);
  return taken;
}

function messageId({ tenant, conversation }: Scene, activity: string): string {
  return `teams:message:${tenant}:${conversation}:${activity}`;
}

interface Said {
  readonly scene: Scene;
  readonly from: From;
  readonly text: string;
  readonly id: string;
}

/** "home" shows the home and "cadence" alone opens the form, to whoever has one; then nothing is left to answer. */
async function isShown(context: TeamsContext, said: Said): Promise<boolean> {
  const word = said.text.toLowerCase().replace(/[.!?\s]+$/, '');
  const load = loaderOf(word);
  if (!load) return false;
  const card = await load(context, said.from);
  if (!card) return false;
  if (await isNoted(context, said.id)) await showCard(context, said.scene, card);
  return true;
}

type Load = (context: TeamsContext, from: From) => Promise<AdaptiveCard | null>;

function loaderOf(word: string): Load | null {
  if (word === 'home' || word === 'hello') return loadHomeCard;
  const name = formNames.find(form => form === word);
  return name ? opener(name) : null;
}

const opener =
  (name: FormName): Load =>
  (context, from) =>
    loadOpener(context, from, name);

/** Remembers that this was seen; false when it was before. A look changes nothing, so no engine needs to know. */
export async function isNoted(
  { ports }: Pick<TeamsContext, 'ports'>,
  id: string,
): Promise<boolean> {
  const { count } = await ports.database.trip(({ tx, now }) =>
    tx.inbox.createMany({
      data: [{ id, payload: {}, state: 'handled', receivedAt: now, handledAt: now }],
      skipDuplicates: true,
    }),
  );
  return count === 1;
}
