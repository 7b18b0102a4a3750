import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ports } from '../../../shared/database.ts';
import { day, isBefore, plus, second } from '../../../shared/time.ts';

/** Signed, expiring links by which somebody takes a page without an account. */
export interface ConfirmLinks {
  /** The address of the page for this message. */
  linkTo(messageId: string): Promise<string>;
  /** The message a token was made for; null when it is forged or too old. */
  read(token: string): Promise<string | null>;
}

export interface LinkParts {
  readonly ports: Ports;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** Longer than any page stays open, and short enough that an old mailbox opens nothing. */
const validFor = day;

const settingKey = 'confirm-key';

/** Links whose key is made at first use and kept in the database, so that every process reads what another wrote. */
export function createConfirmLinks({ ports, publicUrl }: LinkParts): ConfirmLinks {
  let key: Promise<string> | null = null;
  const getKey = () => {
    key ??= findOrMakeKey(ports).catch(error => {
      key = null;
      throw error;
    });
    return key;
  };
  const signed = async (what: string) =>
    createHmac('sha256', await getKey())
      .update(what)
      .digest('base64url');

  return {
    async linkTo(messageId) {
      const until = Math.floor(plus(ports.clock.now(), validFor).getTime() / second);
      const what = `${messageId}.${until.toString(36)}`;
      return `${publicUrl}/confirm/${what}.${await signed(what)}`;
    },
    async read(token) {
      const [messageId, until, mac] = token.split('.');
      if (!messageId || !until || !mac) return null;
      const expected = Buffer.from(await signed(`${messageId}.${until}`));
      const given = Buffer.from(mac);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const end = new Date(Number.parseInt(until, 36) * second);
      return isBefore(end, ports.clock.now()) ? null : messageId;
    },
  };
}

function findOrMakeKey({ database, random }: Ports): Promise<string> {
  return database.trip(async ({ tx }) => {
    const value = `${random.id()}${random.id()}${random.id()}`;
    await tx.setting.createMany({ data: [{ key: settingKey, value }], skipDuplicates: true });
    const row = await tx.setting.findUniqueOrThrow({ where: { key: settingKey } });
    return String(row.value);
  });
}
