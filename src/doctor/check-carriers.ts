import { callServer } from '../adapters/api/call-server.ts';
import type { Config } from '../config.ts';
import { unreachable } from '../shared/errors.ts';
import { isLoopback } from '../shared/loopback.ts';
import { second } from '../shared/time.ts';
import { type Finding, fine, fix, note } from './finding.ts';

/** Whether the carriers take us: credentials, the number we write and call from, and where answers come in. Sends nothing. */
export async function checkCarriers(config: Config): Promise<Finding[]> {
  const [twilio, mail, address] = await Promise.all([
    checkTwilio(config),
    checkMail(config),
    checkAddress(config),
  ]);
  return [...twilio, ...mail, ...address];
}

async function checkTwilio({ twilio, publicUrl }: Config): Promise<Finding[]> {
  if (!twilio) return [];
  const { readAccount } = await import('../adapters/contact/twilio/read-account.ts');
  const reading = await readAccount(twilio);
  const { from } = twilio;
  switch (reading.kind) {
    case 'unreachable':
      return [
        fix(
          'Twilio',
          `could not be asked: ${reading.detail}. Let this machine reach api.twilio.com.`,
        ),
      ];
    case 'refused':
      return [
        fix(
          'Twilio',
          'refuses the account. Copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN again from the first page of its console.',
        ),
      ];
    case 'not-active':
      return [fix('Twilio', `the account is ${reading.status}. Open its console: it says why.`)];
    case 'foreign-number':
      return [
        fix(
          'Twilio',
          `${from} is no number of this account. Buy it there, or set TWILIO_FROM to one that is.`,
        ),
      ];
    case 'known':
      return numberFindings(reading, { from, publicUrl });
    default:
      return unreachable(reading);
  }
}

interface Ours {
  readonly from: string;
  readonly publicUrl: string;
}

function numberFindings(
  {
    sms,
    voice,
    smsUrl,
  }: { readonly sms: boolean; readonly voice: boolean; readonly smsUrl: string },
  { from, publicUrl }: Ours,
): Finding[] {
  const wanted = `${publicUrl}/twilio/sms`;
  const lacking = [...(sms ? [] : ['write text messages']), ...(voice ? [] : ['call'])];
  const findings = [
    lacking.length > 0
      ? fix(
          'Twilio',
          `${from} cannot ${lacking.join(' or ')}. Choose a number that can (Phone Numbers → Buy).`,
        )
      : fine('Twilio', `the account works, and ${from} writes and calls.`),
  ];
  if (sms && smsUrl !== wanted)
    findings.push(
      fix(
        'Twilio',
        `what people reply to ${from} goes to ${smsUrl || 'nobody'}. Set its messaging webhook to ${wanted} (Phone Numbers → ${from} → A message comes in, POST).`,
      ),
    );
  if (sms && from.startsWith('+1'))
    findings.push(
      note(
        'Twilio',
        `carriers in the United States take text messages only from registered senders, which cannot be seen from here: look under Messaging → Regulatory compliance for ${from}.`,
      ),
    );
  return findings;
}

async function checkMail({ mail }: Config): Promise<Finding[]> {
  if (!mail) return [];
  const { verifyMailServer } = await import('../adapters/contact/email/verify-mail-server.ts');
  const problem = await verifyMailServer(mail);
  if (problem === null) return [fine('mail server', 'takes our name and password.')];
  return [fix('mail server', `${problem}. Check host, port, user and password in SMTP_URL.`)];
}

/** Carriers call us there. Seen from here alone: a name that leads elsewhere for others is not noticed. */
async function checkAddress({
  publicUrl,
  twilio,
  mail,
  push,
  pagerDuty,
}: Config): Promise<Finding[]> {
  if (!(twilio || mail || push || pagerDuty) || isLoopback(new URL(publicUrl).hostname)) return [];
  const answer = await callServer({
    method: 'GET',
    url: new URL(`${publicUrl}/health/live`),
    headers: {},
    body: null,
    signal: AbortSignal.timeout(5 * second),
  });
  if (answer.kind === 'answered' && answer.status === 200)
    return [fine('answers', `${publicUrl} leads to a Handrail, seen from here.`)];
  const what = answer.kind === 'answered' ? `it answered ${answer.status}` : answer.detail;
  return [
    note(
      'answers',
      `${publicUrl} does not lead to a running Handrail, seen from here: ${what}. Start it, and look at the name, the proxy and the certificate.`,
    ),
  ];
}
