import type { Fetched } from '../../absences/note-reading.ts';
import { second } from '../../shared/time.ts';
import { callPublic, type Reach } from '../api/call-public.ts';

/** More than the calendars of a working life. */
const longestAnswer = 2_000_000;

/** Reads the calendar at an address that somebody wrote into the setup; what goes wrong is said in our words, never in the other side's. */
export async function fetchCalendar(url: string, reach: Reach): Promise<Fetched> {
  const answer = await callPublic(
    {
      method: 'GET',
      url: new URL(url),
      headers: { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'Handrail' },
      body: null,
      signal: AbortSignal.timeout(15 * second),
      longestAnswer,
    },
    reach,
  );
  if (answer.kind !== 'answered') return { kind: 'problem', problem: answer.detail };
  const { status, text } = answer;
  if (status >= 300 && status < 400) {
    return { kind: 'problem', problem: 'its address points to another one, which is not followed' };
  }
  if (status !== 200) return { kind: 'problem', problem: `its server answered ${status}` };
  if (text === '')
    return { kind: 'problem', problem: 'it is empty, longer than 2 MB or broke off' };
  return { kind: 'text', text };
}
