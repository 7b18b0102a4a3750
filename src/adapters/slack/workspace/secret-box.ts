import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { HandrailError } from '../../../shared/errors.ts';

/** Keeps secrets so that the database alone does not give them away. */
export interface SecretBox {
  /** `about` is what the secret belongs to; under another it does not open. */
  seal(plain: string, about: string): string;
  /** Throws UnreadableSecretError for another key, another `about`, or damage. */
  open(sealed: string, about: string): string;
}

/** A stored secret that none of our keys opens. */
export class UnreadableSecretError extends HandrailError {
  readonly code = 'unreadable-secret';
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * AES-256-GCM with a fresh 96-bit nonce a secret. The first of `keys` (hexadecimal digits) seals, any opens: what is
 * stored names its key by the beginning of that key's hash, so that keys can be changed one after the other.
 */
export function createSecretBox(keys: readonly string[]): SecretBox {
  const ring = keys.map(keyFrom);
  return {
    seal(plain, about) {
      const [key] = ring;
      if (!key) throw new UnreadableSecretError('Set HANDRAIL_SECRET_KEY to keep secrets.');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
      cipher.setAAD(Buffer.from(about, 'utf8'));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), body].map(part => part.toString('base64url'));
      return ['v1', key.id, ...parts].join('.');
    },
    open(sealed, about) {
      const [version, id, nonce = '', tag = '', body = ''] = sealed.split('.');
      const key = ring.find(one => one.id === id);
      if (version !== 'v1' || !key)
        throw new UnreadableSecretError(
          'A stored Slack token was kept under another key. Add the old key after the new one in HANDRAIL_SECRET_KEY, or install the app again.',
        );
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytesOf(nonce), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(about, 'utf8'));
        decipher.setAuthTag(bytesOf(tag));
        return decipher.update(bytesOf(body), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new UnreadableSecretError(
          'A stored Slack token is damaged. Install the app in that workspace again.',
          { cause },
        );
      }
    },
  };
}

function keyFrom(hex: string): Key {
  const bytes = Buffer.from(hex, 'hex');
  return { bytes, id: createHash('sha256').update(bytes).digest('hex').slice(0, 8) };
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
