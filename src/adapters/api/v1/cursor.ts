import { z } from 'zod';
import { value } from '../../../setup/values.ts';

/** Where a list goes on: after the entry with this key. */
export type CursorKey = readonly string[];

/** A cursor as the sender sees it. It says nothing to them, and is theirs to send back as it is. */
export function cursorOf(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

const keyOf = z.array(z.string().max(300)).min(1).max(3);

/** Reads what `cursorOf` made of a key of so many parts. */
export function cursorField(parts: number) {
  return value(input => readCursor(input, parts), 'the cursor of the page before, as it was sent', {
    type: 'string',
  });
}

function readCursor(input: unknown, parts: number): CursorKey | null {
  if (typeof input !== 'string' || input.length > 2_000) return null;
  try {
    const key = keyOf.parse(JSON.parse(Buffer.from(input, 'base64url').toString('utf8')));
    return key.length === parts ? key : null;
  } catch {
    return null; // Not one of ours: the field says so.
  }
}
