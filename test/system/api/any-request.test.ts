import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { rights } from '../../../src/adapters/api/right.ts';
import { type Client, openClient } from './client.ts';
import { type Document, type RandomCall, randomCalls } from './random-calls.ts';

/** Some hundreds by themselves; `CALLS=10000` by hand. */
const calls = Number(process.env.CALLS ?? 400);

let api: Client;
let token: string;
beforeAll(async () => {
  api = await openClient();
  token = await api.token({ customers: ['*'], mayPublish: true, may: rights });
});
afterAll(() => api.close());

async function send({ method, path, body }: RandomCall) {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    ...(body !== null && { body }),
  });
  return { status: response.status, text: await response.text() };
}

test('whatever is sent, the answer is one the documentation names, and never a fault of ours', async () => {
  const document = (await api.get('/openapi.json')).body as Document;
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(randomCalls(document), async call => {
      const { status, text } = await send(call);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      // First what was logged: it says more than the status does.
      expect(api.complaints).toEqual([]);
      expect(status).toBeLessThan(500);
      expect(call.documented).toContain(status);
      expect(text).not.toMatch(/\bat \w+ \(|node_modules|\.ts:\d+/);
    }),
    { numRuns: calls, seed: 4, endOnFailure: true },
  );
  if (calls > 1_000)
    process.stdout.write(
      `${calls} calls: ${JSON.stringify(Object.fromEntries([...seen].sort()))}\n`,
    );
}, 3_600_000);
