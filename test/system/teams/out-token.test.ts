import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { createBotToken } from '../../../src/adapters/teams/account/bot-token.ts';

test('a machine with an identity of its own needs no password', async () => {
  const asked: string[] = [];
  const host = createServer((request, response) => {
    asked.push(request.url ?? '');
    const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({ access_token: 'of-this-machine', token_type: 'Bearer', expires_on }),
    );
  });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  // As Azure App Service tells a process where its identity is.
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(host.address() as AddressInfo).port}/token`;
  process.env.IDENTITY_HEADER = 'from the host';
  const token = createBotToken({
    account: {
      kind: 'tenant',
      appId: '11111111-2222-4333-8444-555555555555',
      appPassword: null,
      appTenantId: '11111111-2222-4333-8444-555555555556',
      appType: 'UserAssignedMSI',
    },
    clock: { now: () => new Date() },
  });
  const signal = AbortSignal.timeout(50_000);
  expect(await token.get(signal)).toEqual({ kind: 'token', value: 'of-this-machine' });
  expect(await token.get(signal)).toEqual({ kind: 'token', value: 'of-this-machine' });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('client_id=11111111-2222-4333-8444-555555555555');
  delete process.env.IDENTITY_ENDPOINT;
  delete process.env.IDENTITY_HEADER;
  host.close();
});
