import { readAct } from '../../understanding/acts/read-act.ts';
import { understand } from '../../understanding/understand.ts';
import { sureness } from './sureness.ts';

/** Where one thought ends and another begins: at a stop, and at the word that turns praise round. */
const turns =
  /[.!?…;。！？\n]+|\s[–—-]\s|,?\s(?:but|though|only thing is|pity|shame|aber|nur|mais|sauf que|dommage que|pero|solo que|mas|só que|pena que)\s/iu;

/** "Nice work so far! Pity nobody can log in": one thought of several is an emergency by itself. */
export function tellsInPassing(text: string): boolean {
  const thoughts = text.split(turns).filter(thought => thought.trim() !== '');
  return thoughts.length > 1 && thoughts.some(isEmergency);
}

function isEmergency(thought: string): boolean {
  const { act, confidence } = readAct(thought);
  return act === 'trouble' && confidence >= sureness.toCalm && understand(thought).urgent;
}
