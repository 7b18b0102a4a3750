import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importJWK, jwtVerify } from 'jose';

/** What a phone reads, once it is decrypted with keys that never left it. */
export interface Shown {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly payload: { web_push: number; notification: Record<string, unknown> };
}

/** A phone's browser: its keys, and the subscription it would tell us. */
export function openFakePhone(path: string) {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const secret = randomBytes(16);
  return {
    keys,
    secret,
    subscription: {
      endpoint: `https://fcm.googleapis.com${path}`,
      expirationTime: null,
      keys: {
        p256dh: keys.getPublicKey().toString('base64url'),
        auth: secret.toString('base64url'),
      },
    },
  };
}

export type FakePhone = ReturnType<typeof openFakePhone>;

/**
 * A push service on 127.0.0.1 together with the phones behind it: checks who signed (RFC 8292), and lets the phone decrypt
 * what came (RFC 8291). What does not decrypt, or is signed by anybody else, is refused.
 */
export async function openFakePushService(phones: readonly FakePhone[]) {
  const shown: Shown[] = [];
  const refused: string[] = [];
  let status = 201;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const phone = phones.find(one => one.subscription.endpoint.endsWith(request.url ?? '!'));
    try {
      if (!phone) throw new Error('no such phone');
      const claims = await claimsOf(String(request.headers.authorization));
      const text = decrypted(Buffer.concat(pieces), phone);
      const payload = JSON.parse(text.toString('utf8'));
      if (status < 300)
        shown.push({ path: request.url ?? '', headers: request.headers, claims, payload });
      response.writeHead(status).end();
    } catch (error) {
      refused.push(String(error));
      response.writeHead(403).end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown,
    refused,
    /** What it answers from now on. */
    set answers(value: number) {
      status = value;
    },
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

/** The claims of a VAPID header whose signature fits the key beside it. */
async function claimsOf(header: string): Promise<Record<string, unknown>> {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
  const point = Buffer.from(key, 'base64url');
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  const publicKey = await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256');
  const { payload } = await jwtVerify(token, publicKey, {
    audience: 'https://fcm.googleapis.com',
  });
  return { ...payload };
}

/** One record of aes128gcm with a key agreed on with the phone (RFC 8188, 2.1; RFC 8291, 3.4), by nobody's library. */
function decrypted(body: Buffer, { keys, secret }: FakePhone): Buffer {
  const salt = body.subarray(0, 16);
  const senderEnd = 21 + body.readUInt8(20);
  const sender = body.subarray(21, senderEnd);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const shared = keys.computeSecret(sender);
  const agreed = Buffer.from(hkdfSync('sha256', shared, secret, info, 32));
  const part = (name: string, length: number) =>
    Buffer.from(
      hkdfSync('sha256', agreed, salt, Buffer.from(`Content-Encoding: ${name}\0`), length),
    );
  const sealed = body.subarray(senderEnd);
  const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with a 2, and whatever zeros follow it.
  return padded.subarray(0, padded.lastIndexOf(2));
}
