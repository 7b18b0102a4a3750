import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import {
  commandPath,
  doorFile,
  doorFileName,
  type SaidLine,
  saidLine,
} from '../../adapters/api/command-door.ts';
import { HandrailError, messageOf } from '../../shared/errors.ts';
import type { ExitCode, Io } from '../io.ts';

/** A running Handrail stopped speaking in the middle of a command. */
class CutOffError extends HandrailError {
  readonly code = 'cut-off';
}

/**
 * Has a Handrail that runs on this data directory carry out a command, with the files it names, and says here what it
 * says there. Null when none runs: then the directory is free.
 */
export async function sendCommand(
  argv: readonly string[],
  dataDir: string,
  io: Io,
): Promise<ExitCode | null> {
  const door = findDoor(dataDir);
  if (!door) return null;
  const response = await fetch(`${door.url}${commandPath}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ argv, files: filesOf(argv, io) }),
  }).catch(() => null);
  // Nobody there, or somebody else by now: whoever holds the directory, its lock says so.
  if (!response?.ok || !response.body) return null;
  try {
    for await (const text of createInterface({ input: Readable.fromWeb(response.body) })) {
      const line = saidLine.parse(JSON.parse(text));
      if ('end' in line) return line.end;
      await say(line, io);
    }
  } catch (cause) {
    throw new CutOffError(
      `The Handrail that runs here stopped in the middle of this (${messageOf(cause)}). Look at its log, and run this again.`,
      { cause },
    );
  }
  throw new CutOffError(
    'The Handrail that runs here stopped in the middle of this. Look at its log, and run this again.',
  );
}

function findDoor(dataDir: string) {
  try {
    return doorFile.parse(JSON.parse(readFileSync(join(dataDir, doorFileName), 'utf8')));
  } catch {
    return null; // No Handrail runs here, or not for us: opening the directory will tell.
  }
}

/** Every word of the command that names a file, with what is in it. */
function filesOf(argv: readonly string[], io: Io): Record<string, string> {
  const files: Record<string, string> = {};
  for (const word of argv) {
    try {
      files[word] = Buffer.from(io.readFile(word)).toString('base64');
    } catch {
      // Most words are none; one that should be is missed over there, with the same sentence.
    }
  }
  return files;
}

async function say(line: Exclude<SaidLine, { end: unknown }>, io: Io): Promise<void> {
  if ('out' in line) await io.out(line.out);
  else if ('err' in line) io.err(line.err);
  else io.writeFile(line.file, Buffer.from(line.data, 'base64'));
}
