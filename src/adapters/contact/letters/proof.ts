import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is needed to tell who really wrote a letter. */
export interface Claimed {
  /** Who it says it is from, in small letters. */
  readonly from: string;
  /** Everybody it was sent to. */
  readonly to: readonly string[];
  /** `Authentication-Results` as they stand in it, the topmost first (RFC 8601). */
  readonly results: readonly string[];
}

export interface Trust {
  /** What secret addresses are made with. */
  readonly secret: string;
  /** The mail server of ours whose results count; null = nobody's do. */
  readonly server: string | null;
  /** Our own mailbox. */
  readonly mailbox: string;
}

/** The address under which this person alone answers us: whoever has it was written to by us. */
export function secretAddress(person: string, { secret, mailbox }: Omit<Trust, 'server'>): string {
  const tag = createHmac('sha256', secret).update(`letter:${person}`).digest('hex').slice(0, 32);
  const [name = '', domain = ''] = mailbox.split('@');
  return `${name}+${tag}@${domain}`.toLowerCase();
}

/** Whether it is really from whom it says: sent to their secret address, or vouched for by our own mail server. */
export function isProven(claimed: Claimed, trust: Trust): boolean {
  const secret = secretAddress(claimed.from, trust);
  return claimed.to.some(one => isSame(one, secret)) || isVouchedFor(claimed, trust.server);
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Hazard: anybody can write such a line into a letter. Our server puts its own on top, so only the topmost counts, and
 * only when it is signed with our server's name. Comments and quoted texts in it may say anything, and are dropped.
 */
function isVouchedFor({ from, results }: Claimed, server: string | null): boolean {
  const [top] = results;
  if (server === null || top === undefined || top.length > 5_000) return false;
  const [name = '', ...methods] = bare(top).split(';');
  if (name.trim().split(/\s+/)[0]?.toLowerCase() !== server.toLowerCase()) return false;
  const domain = from.split('@').at(-1) ?? '';
  return methods.some(method => passes(method.trim().toLowerCase(), domain));
}

function bare(line: string): string {
  let text = line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, ' ');
  }
  return text;
}

function passes(method: string, domain: string): boolean {
  const [verdict = '', ...properties] = method.split(/\s+/);
  const says = (name: string) =>
    properties.flatMap(one => (one.startsWith(`${name}=`) ? [one.slice(name.length + 1)] : []));
  const isOf = (name: string) =>
    says(name).some(value => value.split('@').at(-1)?.replace(/\.$/, '') === domain);
  if (verdict === 'dmarc=pass') return isOf('header.from');
  if (verdict === 'dkim=pass') return isOf('header.d') || isOf('header.i');
  return verdict === 'spf=pass' && isOf('smtp.mailfrom');
}
