import { saidAs } from '../../understanding/speech/say.ts';
import { type NamedPerson, speechOf } from '../../understanding/speech/speech.ts';
import { isQuestion } from './question-words.ts';

/**
 * "Is Nora still awake?", "has Idris gone home?": somebody asks whether one of our people is there. Without names:
 * whether they could, so that names are looked up only then.
 */
export function asksForPresence(text: string, people?: readonly NamedPerson[]): boolean {
  const speech = speechOf(text, people);
  const isAsked = isQuestion(text);
  const asked = saidAs(speech, 'presence').filter(
    ({ sentence }) => isAsked || speech.asked.has(sentence),
  );
  if (!people) return asked.length > 0;
  return asked.some(({ sentence }) =>
    saidAs(speech, 'ours').some(each => each.sentence === sentence),
  );
}
