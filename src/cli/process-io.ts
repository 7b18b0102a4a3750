import { readFileSync, writeFileSync } from 'node:fs';
import type { Io } from './io.ts';

/** The real process. Somebody closing the pipe we write to (`| head`) ends it quietly. */
export function createProcessIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1);
    });
  }
  return {
    env: process.env,
    directory: process.cwd(),
    input: process.stdin,
    out: text =>
      new Promise(resolve => {
        process.stdout.write(text, () => resolve());
      }),
    err: text => {
      process.stderr.write(text);
    },
    readFile: file => readFileSync(file),
    writeFile: (file, data) => writeFileSync(file, data),
    isWatched: process.stderr.isTTY,
    stopped: () =>
      new Promise(resolve => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  };
}
