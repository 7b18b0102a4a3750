import { createHash } from 'node:crypto';
import { type AddressObject, simpleParser } from 'mailparser';
import { withoutQuotation } from './without-quotation.ts';

/** A mail that was written to us, as far as it concerns us. */
export interface Letter {
  /** Its Message-ID; of our own making where it has none. */
  readonly id: string;
  /** In small letters; null where it is from nobody, or from several. */
  readonly from: string | null;
  readonly name: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  /** What they wrote themselves. */
  readonly words: string;
  readonly at: Date | null;
  /** A machine wrote it: an absence, a list, a bounce. Nobody answers those, or two machines write each other for ever. */
  readonly isAutomatic: boolean;
  readonly results: readonly string[];
}

const longestSubject = 200;

/** Reads a mail as it came over the wire; attachments and pictures are left where they are. */
export async function readLetter(raw: Buffer): Promise<Letter> {
  const mail = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  const lines = mail.headerLines.map(({ key, line }) => ({ key, value: contentOf(line) }));
  const valuesOf = (key: string) => lines.flatMap(one => (one.key === key ? [one.value] : []));
  const senders = addressesIn(mail.from);
  const recipients = ['delivered-to', 'x-original-to'].flatMap(valuesOf);
  const digest = createHash('sha256').update(raw).digest('hex');
  const id = /^<[^<>\s]{1,250}>$/.test(mail.messageId ?? '') ? mail.messageId : null;
  return {
    id: id ?? `<${digest}@letter>`,
    from: senders.length === 1 ? (senders[0] ?? null) : null,
    name: mail.from?.value[0]?.name ?? '',
    to: [
      ...addressesIn(mail.to),
      ...addressesIn(mail.cc),
      ...recipients.map(one => one.trim().toLowerCase()),
    ],
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').slice(0, longestSubject),
    inReplyTo: mail.inReplyTo ?? null,
    words: withoutQuotation(mail.text ?? ''),
    at: mail.date ?? null,
    isAutomatic: isAutomatic(valuesOf),
    results: valuesOf('authentication-results'),
  };
}

function contentOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}

function addressesIn(objects: AddressObject | AddressObject[] | undefined): string[] {
  const all = objects === undefined ? [] : [objects].flat();
  return all
    .flatMap(({ value }) => value.flatMap(one => [one, ...(one.group ?? [])]))
    .flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}

/** RFC 3834, and what absence notes and lists say of themselves. */
function isAutomatic(valuesOf: (key: string) => string[]): boolean {
  const says = (key: string, pattern: RegExp) => valuesOf(key).some(value => pattern.test(value));
  return (
    says('auto-submitted', /^(?!no\b)/i) ||
    says('precedence', /^(?:bulk|junk|list|auto_reply)/i) ||
    says('return-path', /^<>$/) ||
    says('x-autoreply', /./) ||
    says('x-autorespond', /./)
  );
}
