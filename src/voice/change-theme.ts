import type { Trip } from '../shared/database.ts';
import { type Theme, themeFrom } from './theme.ts';

/** What people do with a theme. */
export type ThemeAct =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'own'; readonly ownerId: string }
  | { readonly kind: 'merge'; readonly into: Theme }
  | { readonly kind: 'decide'; readonly words: string }
  | { readonly kind: 'finish'; readonly words: string };

export interface ThemeChange {
  readonly theme: Theme;
  readonly act: ThemeAct;
  readonly byId: string;
}

/**
 * Names a theme, gives it to somebody, makes it part of another, or says what was decided and what is different now; in
 * somebody's name, with the audit's line. Whoever decides of a theme that nobody has, has it.
 */
export async function changeTheme(trip: Trip, { theme, act, byId }: ThemeChange): Promise<Theme> {
  const { tx, now, random } = trip;
  const data = dataOf(theme, act, { byId, now });
  const row = await tx.theme.update({ where: { id: theme.id }, data });
  let moved: string[] = [];
  if (act.kind === 'merge') {
    const where = { themeId: theme.id };
    moved = (await tx.saying.findMany({ where, select: { id: true } })).map(({ id }) => id);
    await tx.saying.updateMany({ where, data: { themeId: act.into.id } });
  }
  const after = themeFrom(row);
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: `theme.${act.kind}`,
      subject: `theme ${theme.number}`,
      before: shown(theme),
      after: { ...shown(after), ...(moved.length > 0 && { moved }) },
    },
  });
  return after;
}

interface Beside {
  readonly byId: string;
  readonly now: Date;
}

function dataOf({ ownerId }: Theme, act: ThemeAct, { byId, now }: Beside) {
  const owned = { ownerId: ownerId ?? byId };
  switch (act.kind) {
    case 'name':
      return { name: act.name };
    case 'own':
      return { ownerId: act.ownerId };
    case 'merge':
      return { state: 'merged', mergedInto: act.into.number };
    case 'decide':
      return {
        ...owned,
        state: 'decided',
        decision: act.words,
        decidedById: byId,
        decidedAt: now,
      };
    case 'finish':
      return { ...owned, state: 'done', change: act.words, changedById: byId, changedAt: now };
  }
}

function shown({ name, state, ownerId, decision, change, mergedInto }: Theme) {
  return { name, state, ownerId, decision, change, mergedInto };
}
