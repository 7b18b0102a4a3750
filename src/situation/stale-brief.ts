import { namedIn, type Thankable } from '../check-ins/answers/thanked.ts';

interface Known extends Thankable {
  readonly isGone: boolean;
}

/** Whom a brief still speaks of although they have left. A first name that somebody who is there has as well is theirs. */
export function goneFrom(brief: string, people: readonly Known[]): string[] {
  const known = new Map(people.map(one => [one.id, one]));
  const named = namedIn(brief, people).flatMap(({ id }) => known.get(id) ?? []);
  const there = named.filter(({ isGone }) => !isGone).map(({ name }) => firstOf(name));
  const isMeant = ({ name }: Known) => !there.includes(firstOf(name)) || brief.includes(name);
  return named.filter(one => one.isGone && isMeant(one)).map(({ name }) => name);
}

function firstOf(name: string): string {
  return name.split(/\s+/)[0]?.toLowerCase() ?? '';
}
