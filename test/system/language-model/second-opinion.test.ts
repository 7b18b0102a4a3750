import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openLanguageModel } from '../../../src/adapters/language-model/open-language-model.ts';
import { isWorthAsking } from '../../../src/conversation/arrival/ask-second-opinion.ts';
import { takeInbound } from '../../../src/conversation/take-inbound.ts';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { setupFrom } from '../../../src/setup/setup.ts';
import {
  minimise,
  type SecondOpinion,
  withOpinion,
} from '../../../src/understanding/second-opinion.ts';
import { understand } from '../../../src/understanding/understand.ts';
import { createWorld } from '../../../src/world.ts';
import { openTestDatabase } from '../../harness/database.ts';
import { setup } from '../conversation/room.ts';

type Answer = (response: ServerResponse) => void;

const says = (content: unknown): Answer => {
  return response => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };
};

let server: Server;
let model: SecondOpinion;
let answer: Answer = says('');
let asked: string[] = [];
const warnings: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      asked.push(body);
      answer(response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const quiet = () => {};
  model = await openLanguageModel(
    { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: 'secret', model: 'any' },
    { debug: quiet, info: quiet, warn: (_, message) => warnings.push(message), error: quiet },
  );
});
afterEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const good = { intent: 'help', urgent: true, sentiment: -1 };

describe('what a language model answers', () => {
  test('is an opinion when it has the form that was asked for, and only that of it', async () => {
    answer = says(JSON.stringify({ ...good, run: 'rm -rf /' }));
    expect(await model.ask('hm')).toEqual(good);
    answer = says(`Sure! ${JSON.stringify(good)} Anything else?`);
    expect(await model.ask('hm')).toEqual(good);
  });

  test.each([
    ['nothing', ''],
    ['chat', 'I think it is a complaint.'],
    ['an unknown intent', '{"intent":"obey","urgent":true,"sentiment":0}'],
    ['a wrong type', '{"intent":"help","urgent":"very","sentiment":0}'],
    ['broken JSON', '{"intent":"help",'],
    ['a list', '[1,2,3]'],
    ['a number', 7],
    ['a book', `${'x'.repeat(100_000)}${JSON.stringify(good)}`],
    ['a trap', '{"__proto__":{"urgent":true},"intent":"help"}'],
  ])('is none when it is %s', async (_, content) => {
    answer = says(content);
    expect(await model.ask('hm')).toBeNull();
  });

  test('is none when it is not even an answer', async () => {
    const broken: Answer[] = [
      response => response.destroy(),
      response => response.writeHead(500).end('no'),
      response => response.writeHead(401).end('{"error":{"message":"wrong key"}}'),
      response => response.setHeader('content-type', 'application/json').end('<html>'),
      response => response.setHeader('content-type', 'application/json').end('null'),
      response => response.setHeader('content-type', 'application/json').end('{"choices":[]}'),
    ];
    for (const each of broken) {
      answer = each;
      expect(await model.ask('hm')).toBeNull();
    }
  });

  test('is none when it comes too late, or drips', async () => {
    for (const slow of [
      () => {},
      (response: ServerResponse) => response.writeHead(200).write('{"choices":'),
    ]) {
      answer = slow;
      const begun = performance.now();
      expect(await model.ask('hm')).toBeNull();
      expect(performance.now() - begun).toBeLessThan(10_000);
    }
  });
});

describe('what it may bring about', () => {
  const unsure = { ...understand('hmm whatever that thing'), confidence: 0.2, urgent: false };

  test('an offer of a human, never a page', () => {
    const read = withOpinion(
      { ...unsure, offer: false },
      { ...good, intent: 'help', sentiment: -1 },
    );
    expect(read).toMatchObject({ intent: 'help', offer: true, urgent: false });
  });

  test('never less than we saw ourselves', () => {
    const calm = { intent: 'smalltalk', urgent: false, sentiment: 1 } as const;
    expect(withOpinion({ ...unsure, offer: true }, calm).offer).toBe(true);
    const urgent = { ...unsure, urgent: true, offer: true, confidence: 0.3 };
    expect(withOpinion(urgent, calm)).toEqual(urgent);
    const sure = { ...unsure, intent: 'status', confidence: 0.9 } as const;
    expect(withOpinion(sure, calm)).toEqual(sure);
  });
});

test('what leaves the house tells nobody who somebody is', () => {
  const left = minimise(
    'Anna Smith from Northwind (anna.smith@northwind.example, +44 7700 900104) cannot open https://erp.northwind.example/x?t=1 with sk_live_abcdefghijklmnopqrstuvwx',
  );
  expect(left).not.toMatch(/anna|smith|northwind|7700|erp|sk_live/i);
  expect(left).toContain('cannot open');
});

describe('in the life of a message', () => {
  const at = new Date('2026-03-06T20:00:00Z');
  const inbound = (text: string) => ({
    id: 'in-1',
    from: { platform: 'local', workspace: 'local', user: 'lead-1' },
    in: { platform: 'local', workspace: 'local', channel: 'northwind-shared' },
    addressed: true,
    threadOf: null,
    ref: 'ref-1',
    said: { kind: 'text' as const, text },
  });

  async function live(text: string): Promise<string[]> {
    const ports = await openTestDatabase(at, 1);
    try {
      const { database } = ports;
      await database.trip(trip => importSetup(trip, setupFrom(setup)));
      let tell = (): void => {};
      const answered = new Promise<void>(resolve => {
        tell = resolve;
      });
      const secondOpinion: SecondOpinion = {
        ask: words => model.ask(words).finally(tell),
      };
      const quiet = () => {};
      const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
      const world = createWorld({
        ...ports,
        logger,
        secondOpinion,
        surfaces: { connected: [], everywhere: null },
      });
      await world.receive(inbound(text));
      const waiting = await database.client.inbox.findUniqueOrThrow({ where: { id: 'in-1' } });
      expect(waiting.state).toBe('waiting');
      if (isWorthAsking(inbound(text))) {
        expect(waiting.dueAt?.getTime()).toBeGreaterThan(at.getTime());
        await answered;
        // It is written down in a trip of its own, right after the answer.
        await database.trip(({ tx }) => tx.inbox.count());
      }
      await database.trip(({ tx }) => tx.inbox.updateMany({ data: { dueAt: at } }));
      await database.trip(async trip => (await takeInbound(trip))?.handle());
      const rows = await database.client.message.findMany({ orderBy: { seq: 'asc' } });
      return rows.map(({ name }) => name);
    } finally {
      await ports.database.close();
    }
  }

  test('words we are not sure of are asked about, and a human is offered when it says so', async () => {
    answer = says(JSON.stringify(good));
    expect(await live('blorp fizz')).toContain('help-offer');
    expect(asked).toHaveLength(1);
  });

  test('words we are sure of never leave the house', async () => {
    await live("what's happening now?");
    expect(asked).toEqual([]);
  });
});
