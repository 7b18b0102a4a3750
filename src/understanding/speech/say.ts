import type { Said, Speech } from './speech.ts';

type Name = Said['idea'];

/** One or several ideas that do equally. */
export type OneOf = Name | readonly Name[];

/** Is this said, and meant? */
export function says(speech: Speech, idea: OneOf): boolean {
  return saidAs(speech, idea).some(({ isNegated }) => !isNegated);
}

/** Is this said to be not so? */
export function denies(speech: Speech, idea: OneOf): boolean {
  return saidAs(speech, idea).some(({ isNegated }) => isNegated);
}

/** Everywhere that one of these is said. */
export function saidAs({ said }: Speech, idea: OneOf): Said[] {
  const names: readonly Name[] = typeof idea === 'string' ? [idea] : idea;
  return said.filter(each => names.includes(each.idea));
}

/** Things said together: the first, the last word of them, and whether any of them is denied. */
export interface Together {
  readonly from: number;
  readonly until: number;
  readonly sentence: number;
  readonly parts: readonly Said[];
  readonly isNegated: boolean;
}

/** Further apart two things are not said together. */
const farApart = 6;

/** The first place where one of each is said in one sentence, no more than a few words apart; null when there is none. */
export function together(speech: Speech, ...groups: readonly OneOf[]): Together | null {
  return allTogether(speech, ...groups)[0] ?? null;
}

/** Every such place. */
export function allTogether(speech: Speech, ...groups: readonly OneOf[]): Together[] {
  const [first, ...rest] = groups;
  if (first === undefined) return [];
  return saidAs(speech, first).flatMap(start => {
    const parts = rest.reduce<readonly Said[] | null>(
      (found, group) => found && withNearest(found, saidAs(speech, group)),
      [start],
    );
    return parts ? [placeOf(parts)] : [];
  });
}

/** The found ones and the nearest of these in their sentence that says something of its own. */
function withNearest(found: readonly Said[], candidates: readonly Said[]): readonly Said[] | null {
  const near = candidates
    .filter(each =>
      found.every(other => each.sentence === other.sentence && !overlaps(each, other)),
    )
    .map(each => ({ each, gap: Math.min(...found.map(other => gapBetween(each, other))) }))
    .filter(({ gap }) => gap <= farApart)
    .sort((a, b) => a.gap - b.gap);
  return near[0] ? [...found, near[0].each] : null;
}

function overlaps(a: Said, b: Said): boolean {
  return a.from < b.until && b.from < a.until;
}

function gapBetween(a: Said, b: Said): number {
  return a.from < b.from ? b.from - a.until : a.from - b.until;
}

function placeOf(parts: readonly Said[]): Together {
  return {
    from: Math.min(...parts.map(({ from }) => from)),
    until: Math.max(...parts.map(({ until }) => until)),
    sentence: parts[0]?.sentence ?? 0,
    parts,
    isNegated: parts.some(({ isNegated }) => isNegated),
  };
}

/** Does one of these stand before it in its sentence? What stands before can turn a thing; what follows mostly says why. */
export function isAfter(speech: Speech, place: Together, idea: OneOf): boolean {
  return saidAs(speech, idea).some(
    ({ sentence, until }) => sentence === place.sentence && until <= place.from,
  );
}

/** The one idea that the whole message is, or null when it says more. */
export function wholeIdea<One extends Name>(
  { said, tokens }: Speech,
  ideas: readonly One[],
): One | null {
  const isWhole = ({ from, until }: Said) => from === 0 && until === tokens.length;
  return ideas.find(one => said.some(each => each.idea === one && isWhole(each))) ?? null;
}
