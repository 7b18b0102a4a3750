import { roles } from '../paging/ladder/target.ts';
import { expectPerson, find, type Names, worksFor } from './names.ts';
import type { RoughTarget } from './rough.ts';
import type { Path } from './source.ts';
import { readInstant } from './values.ts';

const why = "A page tells internal facts, so it goes to the vendor's people only.";

/** Schedules: that the people on call are there and on the vendor's side. */
export function checkSchedules(names: Names): void {
  names.setup.schedules.forEach(({ rotation, layers, overrides }, index) => {
    if (!rotation && layers.length === 0) {
      find(names, ['schedules', index], 'it has nobody; write a rotation, or layers.');
    }
    checkTurns(names, rotation?.people ?? [], ['schedules', index, 'rotation', 'people']);
    layers.forEach((layer, at) => {
      const path = ['schedules', index, 'layers', at, 'rotation', 'people'];
      checkTurns(names, layer.rotation.people, path);
    });
    overrides.forEach(({ from, until, person }, at) => {
      const path = ['schedules', index, 'overrides', at];
      expectPerson(names, person, { path: [...path, 'person'], side: 'vendor', why });
      if (from !== null && until !== null && endsFirst(from, until)) {
        find(names, [...path, 'until'], 'it ends before it begins; write a moment after "from".');
      }
    });
  });
}

function checkTurns(names: Names, people: readonly (string | null)[], path: Path): void {
  people.forEach((person, at) => {
    expectPerson(names, person, { path: [...path, at], side: 'vendor', why });
  });
}

/** Wall-clock texts sort as their moments do; one with and one without an offset are not compared. */
function endsFirst(from: string, until: string): boolean {
  const [start, end] = [readInstant(from), readInstant(until)];
  if (start && end) return end <= start;
  return !start && !end && until <= from;
}

/** Escalations: that every target names somebody. */
export function checkEscalations(names: Names): void {
  names.setup.escalations.forEach(({ levels, fallback }, index) => {
    levels.forEach(({ to }, level) => {
      to.forEach((target, at) => {
        checkTarget(names, target, ['escalations', index, 'levels', level, 'to', at]);
      });
    });
    fallback.forEach((target, at) => {
      checkTarget(names, target, ['escalations', index, 'fallback', at]);
    });
  });
}

function checkTarget(names: Names, target: RoughTarget, path: Path): void {
  if (target.name !== undefined) {
    if (roles.some(role => role === target.name)) return;
    if (names.sideOf.get(target.name) === 'partner') checkPartner(names, target.name, path);
    else expectPerson(names, target.name, { path, side: 'vendor', why });
  } else if (target.schedule) {
    if (!names.schedules.has(target.schedule)) {
      find(names, [...path, 'schedule'], names.schedules.missing(target.schedule));
    }
  } else if (target.skill && !hasSkill(names, target.skill)) {
    find(
      names,
      [...path, 'skill'],
      `nobody here has the skill "${target.skill}". Add it to a person's skills.`,
    );
  }
}

/** A partner's person is called only for customers they work for: those whose ladder this is. */
function checkPartner(names: Names, person: string, path: Path): void {
  const [, index, kind] = path;
  if (kind === 'fallback')
    find(names, path, "a partner's person is no last resort. Write one of the vendor's.");
  const ladder = names.setup.escalations[Number(index)]?.id;
  for (const { id, escalation } of names.setup.customers) {
    if (id === null || (escalation ?? 'default') !== ladder || worksFor(names, person, id))
      continue;
    find(
      names,
      path,
      `this is ${id}'s ladder, and ${person} does not work for ${id}. Add it to their customers, or give ${id} a ladder of its own.`,
    );
  }
}

function hasSkill(names: Names, skill: string): boolean {
  return names.setup.people.some(({ side, skills }) => side === 'vendor' && skills.includes(skill));
}
