import { expect, test } from '@jest/globals';
import { jsonLine, jsonSummary } from '../../../src/rehearsal/line.ts';
import { buildEvent, buildInput, buildMessage } from './lines.ts';

test('a message line has the fields of the contract, in its order, in the customer’s zone', () => {
  expect(jsonLine(buildMessage())).toBe(
    '{"at":"2026-03-06T18:05:00.000-05:00","kind":"message","to":"northwind-shared","audience":"shared","via":"chat","message":"situation","text":"Now: Back up the old system, since 18:00.","actions":["page.raise"],"edited":false}',
  );
});

test('a fact line has the fields of the contract, in its order', () => {
  expect(jsonLine(buildEvent())).toBe(
    '{"at":"2026-03-06T18:10:00.000-05:00","kind":"event","customer":"northwind","event":"page.raised","visibility":"shared","text":"Somebody was called."}',
  );
});

test('an input line says who did what', () => {
  expect(JSON.parse(jsonLine(buildInput()))).toEqual({
    at: '2026-03-06T18:05:00.000-05:00',
    kind: 'input',
    from: 'lead-1',
    to: 'northwind-shared',
    says: "what's happening now?",
    aside: false,
  });
  const press = buildInput({
    deed: { kind: 'presses', personId: 'adv-1', action: 'page.acknowledge' },
    on: { messageId: 'm2', to: 'adv-1', message: 'page', label: 'I have it' },
  });
  expect(JSON.parse(jsonLine(press))).toMatchObject({
    from: 'adv-1',
    to: 'adv-1',
    presses: 'page.acknowledge',
    message: 'page',
  });
});

test('a summer moment carries the summer offset', () => {
  const line = jsonLine(buildMessage({ at: new Date('2026-03-09T12:00:00Z') }));
  expect(line).toContain('"at":"2026-03-09T08:00:00.000-04:00"');
});

test('the summary of a clean run has exactly the contract’s fields', () => {
  const summary = {
    messages: { welcome: 1 },
    expectations: { passed: 2, failed: 0 },
    failures: [],
    missed: [],
  };
  expect(jsonSummary(summary)).toBe(
    '{"kind":"summary","messages":{"welcome":1},"expectations":{"passed":2,"failed":0}}',
  );
  expect(jsonSummary({ ...summary, failures: ['x'] })).toContain('"failures":["x"]');
});
