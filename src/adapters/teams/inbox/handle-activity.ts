import { z } from 'zod';
import { recordOwnWorkspace } from '../../../customers/record-own-workspace.ts';
import type { Believed } from '../gate/judge-activity.ts';
import type { Answer } from '../gate/mount-gate.ts';
import { pressData } from '../render/card-data.ts';
import { notKnown, taken } from './answers.ts';
import { filledIn, handleDialog } from './handle-dialog.ts';
import { handleMessage, isNoted } from './handle-message.ts';
import { aboutChannel, handlePlace, takeArrival, wordOf } from './handle-place.ts';
import { handlePress, type Press } from './handle-press.ts';
import { handleReaction } from './handle-reaction.ts';
import { handleShortcut } from './handle-shortcut.ts';
import { type Acquaintance, findAcquaintance, noteConversation } from './meet-conversation.ts';
import { readPerson } from './read-person.ts';
import { placeOf, type Scene, sceneOf, teamsPlatform } from './scene.ts';
import { loadHomeCard, showCard } from './show-home.ts';
import type { TeamsContext } from './teams-context.ts';

/** Takes in one activity that may be believed: when this resolves it is written down, and Teams may be answered. */
export async function handleActivity(context: TeamsContext, believed: Believed): Promise<Answer> {
  const scene = sceneOf(believed);
  if (context.account.kind === 'local') await noteLocalTenant(context, scene);
  switch (scene.activity.type) {
    case 'conversationUpdate':
    case 'installationUpdate':
      return takeUpdate(context, aboutChannel(scene));
    case 'message':
    case 'messageReaction':
    case 'invoke':
      await meet(context, scene);
      return takeAct(context, scene);
    default:
      return taken;
  }
}

/** Whoever runs the local client is the vendor. */
async function noteLocalTenant({ ports }: TeamsContext, { tenant }: Scene): Promise<void> {
  await ports.database.trip(trip =>
    recordOwnWorkspace(trip, { platform: teamsPlatform, workspace: tenant }),
  );
}

/** Being spoken to where we never were is how we learn that we are there. */
async function meet(context: TeamsContext, scene: Scene): Promise<Acquaintance> {
  const acquaintance = await findAcquaintance(context, scene);
  if (acquaintance.isNew && scene.kind !== 'personal')
    await takeArrival(context, scene, acquaintance);
  await noteConversation(context, scene);
  return acquaintance;
}

async function takeUpdate(context: TeamsContext, scene: Scene): Promise<Answer> {
  const word = wordOf(scene.activity);
  if (word?.kind === 'left') {
    await handlePlace(context, scene, word);
    return taken;
  }
  const { isNew, coming } = await meet(context, scene);
  if (isNew && scene.kind === 'personal') await welcome(context, scene, coming);
  if (word && scene.kind !== 'personal') await handlePlace(context, scene, word);
  return taken;
}

/** Whoever installs the app sees their home at once; and again when they install it another time. */
async function welcome(context: TeamsContext, scene: Scene, coming: string): Promise<void> {
  const from = await readPerson(context, scene);
  const card = from && (await loadHomeCard(context, from));
  if (!card) return;
  if (await isNoted(context, `teams:home:${scene.tenant}:${scene.conversation}:${coming}`))
    await showCard(context, scene, card);
}

async function takeAct(context: TeamsContext, scene: Scene): Promise<Answer> {
  const { type, name } = scene.activity;
  if (type === 'messageReaction') return handleReaction(context, scene);
  const press = pressOf(scene);
  if (type === 'message')
    return press ? handlePress(context, scene, press) : handleMessage(context, scene);
  switch (name) {
    case 'adaptiveCard/action':
      return press ? handlePress(context, scene, press) : notKnown;
    case 'task/fetch':
    case 'task/submit':
      return takeTask(context, scene);
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return handleShortcut(context, scene);
    default:
      return notKnown;
  }
}

const ours = z.object({ handrail: pressData });
const executed = z.object({ action: z.object({ data: ours }) });

/** A button of ours, from `Action.Execute` or from the `Action.Submit` that stands in for it. */
function pressOf({ activity: { type, value } }: Scene): Press | null {
  if (type === 'invoke') {
    const parsed = executed.safeParse(value);
    return parsed.success ? parsed.data.action.data.handrail : null;
  }
  const parsed = ours.safeParse(value);
  return parsed.success ? parsed.data.handrail : null;
}

const task = z.object({ data: z.unknown().optional() });

async function takeTask(context: TeamsContext, scene: Scene): Promise<Answer> {
  const parsed = task.safeParse(scene.activity.value);
  const filled = parsed.success ? filledIn(parsed.data.data) : null;
  const from = filled && (await readPerson(context, scene));
  return filled && from ? handleDialog(context, filled, { from, in: placeOf(scene) }) : notKnown;
}
