import { negationReaches } from '../../understanding/negation.ts';
import { saidAs } from '../../understanding/speech/say.ts';
import type { Said, Speech } from '../../understanding/speech/speech.ts';
import { wordSet } from './word-set.ts';

/** How much, and not too much: "so many", "that often", "tan a menudo". */
const degrees = wordSet(
  'so that very much many often frequent frequently oft viel viele si autant souvent aussi tant tan tanto tanta tantos tantas tao a menudo frequente cosi spesso vaak veel',
);

/** What may stand between thanks and what they are for: "thank you all so much for …". */
const fillers = wordSet(
  'so very much a lot all both guys everyone team again really you indeed ever sehr so euch ihnen dir beaucoup bien infiniment tant mucho tanto muito mesmo',
);

/** "Thanks for", "merci de": what follows is what they are for. */
const causes = wordSet('for that how fur fuer furs fuers dass de que pour por per che voor dat');

/** "Great that", "schön, dass": what follows is praised. */
const praised = wordSet('that how dass que che dat');

/** Ways to be pleased that praise nothing by themselves; "schön" is written without its dots here. */
const likings = wordSet(
  'like love glad happy appreciate schon schoen froh heureux heureuse content',
);

/** What is said, but for what thanks and praise are measured in: "thank you so much for asking" asks for no less. */
export function beyondThanks(speech: Speech): Speech {
  const stretches = [
    ...saidAs(speech, 'thanks').map(start => stretchAfter(speech, start, causes)),
    ...saidAs(speech, 'good').map(start => stretchAfter(speech, start, praised)),
    ...likingsIn(speech).map(start => stretchAfter(speech, start, praised)),
  ];
  const isInside = (each: Said) =>
    stretches.some(({ from, until }) => from <= each.from && each.until <= until);
  const said = speech.said.filter(each => !(isMeasure(speech, each) && isInside(each)));
  return { ...speech, said };
}

/** "So often" measures; "too often", "less often" and "not so often" want something. */
function isMeasure({ tokens }: Speech, { idea, isNegated, from, until }: Said): boolean {
  if (idea === 'weekly') return true;
  return (
    idea === 'less' &&
    !isNegated &&
    tokens.slice(from, until).every(({ word }) => degrees.has(word))
  );
}

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** From these words to the end of what they are for, or of their own measure where they name nothing. */
function stretchAfter(
  speech: Speech,
  { until }: Pick<Said, 'until'>,
  links: ReadonlySet<string>,
): Stretch {
  const { tokens } = speech;
  const rest = tokens.slice(until);
  const filled = rest.findIndex(({ word }) => !fillers.has(word));
  const link = filled < 0 ? tokens.length : until + filled;
  const word = tokens[link]?.word;
  if (word === undefined || !links.has(word)) return { from: until, until: link };
  return { from: until, until: endOfThought(speech, link) };
}

function likingsIn({ tokens }: Speech): Pick<Said, 'until'>[] {
  return tokens.flatMap(({ word }, at) => (likings.has(word) ? [{ until: at + 1 }] : []));
}

/** Where the clause ends, or turns ("but"), or asks us to stop. */
function endOfThought({ tokens, language, said }: Speech, from: number): number {
  const { turns } = negationReaches[language];
  const clause = tokens[from]?.clause;
  const end = tokens.findIndex(
    (token, at) =>
      at > from &&
      (token.clause !== clause ||
        turns.has(token.word) ||
        said.some(each => each.idea === 'stop' && each.from === at)),
  );
  return end < 0 ? tokens.length : end;
}
