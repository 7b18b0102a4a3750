import type { Trip } from '../../../shared/database.ts';
import { offerIdOf, type Turn } from '../../arrival/turn.ts';
import { type Worry, worryFrom } from './worry.ts';

/** It can wait: the worry is kept a while, in case somebody is wanted after all. Returns it, or null when none was told. */
export async function leaveWorry({ tx, now }: Trip, turn: Turn): Promise<Worry | null> {
  const id = offerIdOf(turn);
  const worry = worryFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  if (!worry) return null;
  const data = { said: worry.said.map(each => ({ ...each })), isLeft: true };
  await tx.openQuestion.update({ where: { id }, data: { data, askedAt: now } });
  return worry;
}
