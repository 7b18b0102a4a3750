import type { DeliveryReport, Outcome } from '../../../delivery/report.ts';

/** Twilio's words for where a message or a call stands, and what they mean for us; what is left out is still underway. */
const meanings: Readonly<Record<string, Outcome>> = {
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
  // Whoever answered pressed a key. A call that ended without one was taken by a mailbox, or by nobody.
  completed: 'no-answer',
  busy: 'no-answer',
  'no-answer': 'no-answer',
};

/** Known reasons, for whoever reads why a message did not arrive (twilio.com/docs/api/errors). */
const reasons: Readonly<Record<string, string>> = {
  '21610': 'the person replied STOP to our number',
  '30003': 'the phone is switched off or out of reach',
  '30005': 'the number does not exist',
  '30006': 'the number is a landline, or its carrier cannot be reached',
  '30007': 'the carrier filtered it',
  '30034': 'our number is not registered with the carriers (A2P 10DLC)',
};

/** A status callback as a carrier's word about one of our messages; null while it is underway. */
export function readCallback(
  messageId: string,
  form: Readonly<Record<string, string>>,
): DeliveryReport | null {
  const sid = form.MessageSid ?? form.CallSid ?? '';
  const status = form.MessageStatus ?? form.CallStatus ?? '';
  const outcome = meanings[status];
  if (!sid || !outcome) return null;
  const code = form.ErrorCode ?? '';
  const why = reasons[code];
  const detail = code === '' ? null : `Twilio ${code}${why ? `: ${why}` : ''}`;
  return { id: `twilio:status:${sid}:${status}`, report: { messageId, outcome, detail } };
}
