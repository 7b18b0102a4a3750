import { z } from 'zod';

/** Under which name something said in the console, and the answers to it, are found. */
export function saidAs(said: string): string {
  return `console-${said}`;
}

/** Something that somebody said in the console. */
export const saidHere = z.object({ from: z.string(), text: z.string() });
export type SaidHere = z.infer<typeof saidHere>;
