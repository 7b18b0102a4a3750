import type { Sent } from '../../../delivery/surface.ts';
import { messageOf, propertyOf } from '../../../shared/errors.ts';

/** Nothing of the mail had left by then. */
const beforeData = ['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED', 'ENOTFOUND'];

/** What a mail server's failure means for the mail (RFC 5321: 4yz is to be tried again, 5yz is not). */
export function classifyMailError(error: unknown): Sent {
  const detail = `The mail server: ${messageOf(error).slice(0, 200)}`;
  const status = propertyOf(error, 'responseCode');
  const code = String(propertyOf(error, 'code') ?? '');
  const command = String(propertyOf(error, 'command') ?? '');
  // Our own account is refused: that is no word about the reader.
  if (code === 'EAUTH') return { outcome: 'retry', detail };
  if (typeof status === 'number')
    return status >= 500 ? { outcome: 'refused', detail } : { outcome: 'retry', detail };
  if (beforeData.includes(code) || command === 'CONN') return { outcome: 'retry', detail };
  return { outcome: 'unknown', detail };
}
