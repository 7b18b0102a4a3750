import type { Answer } from '../gate/mount-gate.ts';
import { taken } from './answers.ts';
import { readPerson } from './read-person.ts';
import { placeOf, refHere, type Scene } from './scene.ts';
import { receive, type TeamsContext } from './teams-context.ts';

/** How Teams writes the pushpin: "1f4cc_pushpin", or its plain name. */
const pin = /(^|_)(pushpin|1f4cc)(_|$)/i;

/** A pushpin on a message: "log this". Teams tells of reactions to our own messages, and of no others. */
export async function handleReaction(context: TeamsContext, scene: Scene): Promise<Answer> {
  const { reactionsAdded, replyToId } = scene.activity;
  if (!replyToId || !(reactionsAdded ?? []).some(({ type }) => pin.test(type) || type === '📌'))
    return taken;
  const from = await readPerson(context, scene);
  if (!from) return taken;
  const ref = refHere(scene, replyToId);
  await receive(context, {
    // Taking it off and putting it on again says nothing new.
    id: `teams:pin:${scene.tenant}:${from.user}:${ref}`,
    from,
    in: placeOf(scene),
    addressed: true,
    quietly: true,
    threadOf: null,
    said: { kind: 'command', command: 'log', words: '', about: { ref, text: null, author: null } },
  });
  return taken;
}
