import type { CommandName } from '../../../customers/permission.ts';
import { nearest } from '../../words/near-words.ts';
import { commandWords } from './command-words.ts';

export interface SaidCommand {
  readonly name: CommandName;
  /** What came after the command word. */
  readonly said: string;
}

const byLength = Object.entries(commandWords)
  .flatMap(([name, words]) => words.map(word => ({ name: name as CommandName, word })))
  .sort((a, b) => b.word.length - a.word.length);

/** The command these words begin with, the longest one first; null when they begin with none. */
export function parseCommand(text: string): SaidCommand | null {
  const line = text.trim().replace(/^\//, '');
  const lower = line.replaceAll('’', "'").toLowerCase();
  for (const { name, word } of byLength) {
    if (!lower.startsWith(word)) continue;
    const after = line.slice(word.length);
    if (after !== '' && !/^[\s:,.!?]/.test(after)) continue;
    return { name, said: after.replace(/^[\s:,.!?]+/, '').replace(/\s+$/, '') };
  }
  return null;
}

/** The commands the first word was probably meant to be. */
export function nearCommands(text: string): string[] {
  const first = text.trim().split(/[\s:]+/)[0] ?? '';
  return nearest(
    first,
    byLength.map(({ word }) => word),
  );
}
