import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { dropPhones } from '../../../src/reach/drop-phones.ts';
import { invitePhone } from '../../../src/reach/invite-phone.ts';
import { noteWays } from '../../../src/reach/note-ways.ts';
import { hour } from '../../../src/shared/time.ts';
import { vendorPerson } from '../../harness/northwind.ts';
import {
  type FakePhone,
  openFakePhone,
  openFakePushService,
} from '../../harness/push/fake-push-service.ts';
import { openTown, type Town } from './town.ts';

let phone: FakePhone;
let other: FakePhone;
let service: Awaited<ReturnType<typeof openFakePushService>>;
let town: Town;

beforeEach(async () => {
  phone = openFakePhone('/fcm/send/noras-phone');
  other = openFakePhone('/fcm/send/another-phone');
  service = await openFakePushService([phone, other]);
  const push = { subject: 'mailto:ops@fernhollow.example', apiUrl: service.apiUrl };
  town = await openTown({ push }, [vendorPerson('adv-1', { contact: [{ via: 'chat' }] })]);
  await noteWays(town.database, ['push']);
});

afterEach(async () => {
  await town.close();
  await service.close();
});

const invite = (personId: string) => town.database.trip(trip => invitePhone(trip, personId));
const linkOf = (token: string) => `${town.publicUrl}/push/${token}`;
const subscribe = (token: string, subscription: unknown = phone.subscription) =>
  fetch(linkOf(token), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(subscription),
  });

describe('a phone that takes our notifications', () => {
  test('is added by its owner’s link, rings for a page, reads it alone, and takes the page', async () => {
    const token = await invite('adv-1');
    const page = await fetch(linkOf(token));
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).toContain('Notify me on this phone');
    expect((await subscribe(token)).status).toBe(204);
    await town.page('The ledger is down & <b>nobody</b> can post.');
    expect(service.refused).toEqual([]);
    const [first] = service.shown;
    expect(first?.payload).toMatchObject({
      web_push: 8030,
      notification: { lang: 'en', silent: false },
    });
    expect(JSON.stringify(first?.payload)).toContain('The ledger is down');
    expect(first?.claims.sub).toBe('mailto:ops@fernhollow.example');
    expect(first?.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
    await fetch(String(first?.payload.notification.navigate), {
      method: 'POST',
      body: new URLSearchParams({ action: 'page.acknowledge' }),
    });
    expect(await town.thePage()).toMatchObject({ state: 'acknowledged', ownerId: 'adv-1' });
  });

  test('is not added by a link that is guessed, used or old, nor with an address of no push service', async () => {
    const token = await invite('adv-1');
    for (const endpoint of [
      'http://127.0.0.1:3978/',
      'https://127.0.0.1/x',
      'https://169.254.169.254/latest',
      'https://fcm.googleapis.com.evil.example/fcm/send/x',
      'https://evil.example/fcm.googleapis.com',
      'https://fcm.googleapis.com:8443/fcm/send/x',
      'https://user@fcm.googleapis.com/fcm/send/x',
      'https://notify.windows.com.evil.example/',
      'ftp://fcm.googleapis.com/x',
      '',
    ]) {
      expect((await subscribe(token, { ...phone.subscription, endpoint })).status).toBe(400);
    }
    const { keys } = phone.subscription;
    expect(
      (await subscribe(token, { ...phone.subscription, keys: { ...keys, auth: 'YQ' } })).status,
    ).toBe(400);
    expect((await subscribe('a'.repeat(40))).status).toBe(404);
    expect((await fetch(linkOf('b'.repeat(40)))).status).toBe(404);
    expect((await subscribe(token)).status).toBe(204);
    expect((await subscribe(token, other.subscription)).status).toBe(404);
    const late = await invite('adv-1');
    await town.pass(hour);
    expect((await subscribe(late, other.subscription)).status).toBe(404);
    expect(await town.database.client.pushPhone.count()).toBe(1);
  });

  test('is silent once its owner says so, and forgotten once its push service knows it no more', async () => {
    await subscribe(await invite('adv-1'));
    await subscribe(await invite('adv-1'), other.subscription);
    service.answers = 410;
    await town.page();
    expect(await town.database.client.pushPhone.count()).toBe(0);
    await town.pass(10_000);
    const calls = await town.database.client.pageCall.findMany({ where: { personId: 'adv-1' } });
    expect(calls.filter(({ via }) => via === 'push').map(({ state }) => state)).toEqual([
      'failed',
      'failed',
    ]);
    service.answers = 201;
    await subscribe(await invite('adv-1'));
    const token = await invite('adv-1');
    expect(await town.database.trip(trip => dropPhones(trip, 'adv-1'))).toBe(1);
    expect((await subscribe(token)).status).toBe(404);
    expect(await town.database.client.contactProof.count()).toBe(0);
  });
});
