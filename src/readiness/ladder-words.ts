import { internal, type Text, time } from '../delivery/audience.ts';
import { mediumName } from '../delivery/medium-name.ts';
import { unreachable } from '../shared/errors.ts';
import type { LevelStanding, OnLevel } from './ladder.ts';
import type { Stretch } from './readiness.ts';

/** Who can be reached on each level through the stretch: the verdict first, then level by level, then what is open. */
export function ladderTexts(
  levels: readonly LevelStanding[],
  stretch: Stretch,
): Text<'internal'>[] {
  return [
    verdict(levels),
    ...levels.map((level, index) => levelText(level, index, stretch)),
    ...levels.flatMap(({ gaps }) =>
      gaps.map(
        ({ scheduleId, from, until }) =>
          internal`⚠️ Nobody is on call by ${scheduleId} from ${time(from)} until ${time(until)}.`,
      ),
    ),
  ];
}

function verdict(levels: readonly LevelStanding[]): Text<'internal'> {
  const lacking = levels.filter(({ reliance }) => reliance !== 'ready').length;
  if (lacking === 0) return internal`✅ On every level somebody would be woken.`;
  if (lacking === levels.length) return internal`⚠️ On no level can I rely on waking anybody.`;
  return internal`⚠️ On ${lacking} of ${levels.length} levels I cannot rely on waking anybody.`;
}

function levelText(
  { reliance, people }: LevelStanding,
  index: number,
  stretch: Stretch,
): Text<'internal'> {
  const mark = reliance === 'ready' ? '✅' : '⚠️';
  if (people.length === 0) {
    return internal`${mark} Level ${index + 1}: nobody is on it, so the next one is called at once.`;
  }
  const [first, ...others] = people.map(one => personText(one, stretch));
  const rest = others.map(text => internal`; ${text}`);
  return internal`${mark} Level ${index + 1}: ${joined([first ?? internal``, ...rest])}.`;
}

function personText(one: OnLevel, stretch: Stretch): Text<'internal'> {
  return internal`${one.name}${turnText(one, stretch)}: ${relianceWords(one)}`;
}

/** When their turn is, where it is not the whole of the stretch. */
function turnText({ shifts }: OnLevel, { from, until }: Stretch): Text<'internal'> {
  const [first, ...more] = shifts ?? [];
  if (!first || (+first.from <= +from && +first.until >= +until)) return internal``;
  const others = more.length > 0 ? internal` and ${more.length} more` : internal``;
  return internal` (${time(first.from)} until ${time(first.until)}${others})`;
}

function relianceWords({ reliance, ways }: OnLevel): string {
  const named = ways.map(mediumName).join(', ');
  switch (reliance) {
    case 'ready':
      return named;
    case 'unconfirmed':
      return `${named}, and has confirmed none of it ("test my phone")`;
    case 'away':
      return `${named}, but their calendar says they are away then ("cover" asks a colleague)`;
    case 'chat-only':
      return 'only chat, which wakes nobody ("push" lets their phone ring)';
    case 'none':
      return 'nothing reaches them; give them a contact in the setup';
    default:
      return unreachable(reliance);
  }
}

function joined(texts: readonly Text<'internal'>[]): Text<'internal'> {
  return { spans: texts.flatMap(({ spans }) => spans) };
}
