import { z } from 'zod';
import { recordOwnWorkspace } from '../../../customers/record-own-workspace.ts';
import { pressData } from '../card-data.ts';
import type { Believed } from '../gate/judge-activity.ts';
import type { Answer } from '../gate/mount-gate.ts';
import { notKnown, taken } from './answers.ts';
import type { Desk } from './desk.ts';
import { type Acquaintance, findAcquaintance, noteConversation } from './meet-conversation.ts';
import { readPerson } from './read-person.ts';
import { placeOf, type Scene, sceneOf, teamsPlatform } from './scene.ts';
import { loadHomeCard, showCard } from './show-home.ts';
import { filledIn, takeDialog } from './take-dialog.ts';
import { isNoted, takeMessage } from './take-message.ts';
import { aboutChannel, takeArrival, takePlace, wordOf } from './take-place.ts';
import { type Press, takePress } from './take-press.ts';
import { takeReaction } from './take-reaction.ts';
import { takeShortcut } from './take-shortcut.ts';

/** Takes in one activity that may be believed: when this resolves it is written down, and Teams may be answered. */
export async function takeActivity(desk: Desk, believed: Believed): Promise<Answer> {
  const scene = sceneOf(believed);
  if (desk.account.kind === 'local') await noteLocalTenant(desk, scene);
  switch (scene.activity.type) {
    case 'conversationUpdate':
    case 'installationUpdate':
      return takeUpdate(desk, aboutChannel(scene));
    case 'message':
    case 'messageReaction':
    case 'invoke':
      await meet(desk, scene);
      return takeAct(desk, scene);
    default:
      return taken;
  }
}

/** Whoever runs the local client is the vendor. */
async function noteLocalTenant({ ports }: Desk, { tenant }: Scene): Promise<void> {
  await ports.database.trip(trip =>
    recordOwnWorkspace(trip, { platform: teamsPlatform, workspace: tenant }),
  );
}

/** Being spoken to where we never were is how we learn that we are there. */
async function meet(desk: Desk, scene: Scene): Promise<Acquaintance> {
  const acquaintance = await findAcquaintance(desk, scene);
  if (acquaintance.isNew && scene.kind !== 'personal') await takeArrival(desk, scene, acquaintance);
  await noteConversation(desk, scene);
  return acquaintance;
}

async function takeUpdate(desk: Desk, scene: Scene): Promise<Answer> {
  const word = wordOf(scene.activity);
  if (word?.kind === 'left') {
    await takePlace(desk, scene, word);
    return taken;
  }
  const { isNew, coming } = await meet(desk, scene);
  if (isNew && scene.kind === 'personal') await welcome(desk, scene, coming);
  if (word && scene.kind !== 'personal') await takePlace(desk, scene, word);
  return taken;
}

/** Whoever installs the app sees their home at once; and again when they install it another time. */
async function welcome(desk: Desk, scene: Scene, coming: string): Promise<void> {
  const from = await readPerson(desk, scene);
  const card = from && (await loadHomeCard(desk, from));
  if (!card) return;
  if (await isNoted(desk, `teams:home:${scene.tenant}:${scene.conversation}:${coming}`))
    await showCard(desk, scene, card);
}

async function takeAct(desk: Desk, scene: Scene): Promise<Answer> {
  const { type, name } = scene.activity;
  if (type === 'messageReaction') return takeReaction(desk, scene);
  const press = pressOf(scene);
  if (type === 'message') return press ? takePress(desk, scene, press) : takeMessage(desk, scene);
  switch (name) {
    case 'adaptiveCard/action':
      return press ? takePress(desk, scene, press) : notKnown;
    case 'task/fetch':
    case 'task/submit':
      return takeTask(desk, scene);
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return takeShortcut(desk, scene);
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

async function takeTask(desk: Desk, scene: Scene): Promise<Answer> {
  const parsed = task.safeParse(scene.activity.value);
  const filled = parsed.success ? filledIn(parsed.data.data) : null;
  const from = filled && (await readPerson(desk, scene));
  return filled && from ? takeDialog(desk, filled, { from, in: placeOf(scene) }) : notKnown;
}
