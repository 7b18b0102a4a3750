import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Request, Response } from 'express';
import { HttpProblem } from '../../api/problem.ts';

const types: Readonly<Record<string, string>> = {
  'room.css': 'text/css; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'room.js': 'text/javascript; charset=utf-8',
  'morph.js': 'text/javascript; charset=utf-8',
  'marks.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml; charset=utf-8',
};

/** Serves the room's own files, which are read once; nothing else can be named. */
export function createAssets(): (request: Request, response: Response) => void {
  const files = new Map(
    Object.entries(types).map(([name, type]) => {
      const body = readFileSync(new URL(`../assets/${name}`, import.meta.url));
      const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      return [name, { type, body, tag }] as const;
    }),
  );
  return (request, response) => {
    const file = files.get(String(request.params.name));
    if (!file) throw new HttpProblem([404, 'no-such-address'], 'There is nothing at this address.');
    response.set({ 'Cache-Control': 'no-cache', ETag: file.tag, 'Content-Type': file.type });
    if (request.headers['if-none-match'] === file.tag) response.status(304).end();
    else response.end(file.body);
  };
}
