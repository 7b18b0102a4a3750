import { expect, test } from '@jest/globals';
import { createLogger } from '../../../src/adapters/log/create-logger.ts';

function logged(facts: Record<string, unknown>): Record<string, unknown> {
  const lines: string[] = [];
  const logger = createLogger('info', { write: line => void lines.push(line) });
  logger.info(facts, 'it happened');
  return JSON.parse(lines.join(''));
}

test('a line carries the level in words, the time in UTC, the facts and the message', () => {
  const line = logged({ customerId: 'northwind', count: 2 });
  expect(line).toMatchObject({
    level: 'info',
    msg: 'it happened',
    customerId: 'northwind',
    count: 2,
  });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('nothing below the level is written', () => {
  const lines: string[] = [];
  const logger = createLogger('warn', { write: line => void lines.push(line) });
  logger.info({}, 'no');
  logger.warn({}, 'yes');
  expect(lines).toHaveLength(1);
});

test("secrets and people's words are hidden, at the top and one level down", () => {
  const line = logged({
    text: 'canary',
    inbox: { words: 'canary' },
    slack: { botToken: 'canary' },
  });
  expect(JSON.stringify(line)).not.toContain('canary');
  expect(line.text).toBe('[hidden]');
});

test('passwords and tokens inside an error message or its stack are hidden', () => {
  const error = new Error(
    'failed: postgresql://handrail:canary@db/x, xoxb-canary-1, Bearer canary',
  );
  const line = JSON.stringify(logged({ error, cause: 'smtps://me:canary@mail' }));
  expect(line).not.toContain('canary');
  expect(line).toContain('postgresql://handrail:[hidden]@db/x');
});
