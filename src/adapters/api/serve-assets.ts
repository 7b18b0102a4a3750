import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Request, Response } from 'express';
import { HttpProblem } from './problem.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/** Serves these files of a folder, which are read once, by their names; nothing else can be named. */
export function serveAssets(
  folder: URL,
  names: readonly string[],
): (request: Request, response: Response) => void {
  const files = new Map(
    names.map(name => {
      const body = readFileSync(new URL(name, folder));
      const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
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
