/** One thing said aloud, then perhaps a key waited for. */
export interface Spoken {
  readonly lines: readonly string[];
  /** Where a pressed key is told; null = nothing is asked. */
  readonly keysTo: string | null;
}

/** Seconds in which a key is waited for after the last word. */
const keyTimeout = 8;

/** What Twilio reads aloud, slowly and twice where it asks for a key (TwiML: Gather, Say). */
export function twiml({ lines, keysTo }: Spoken): string {
  const said = lines.map(say).join('<Pause length="1"/>');
  if (keysTo === null) return response(said);
  const again = `${said}<Pause length="2"/>${said}`;
  const gather = `<Gather input="dtmf" numDigits="1" timeout="${keyTimeout}" method="POST" action="${escaped(keysTo)}">${again}</Gather>`;
  return response(`${gather}${say('I heard no key. I go on calling.')}`);
}

/** Nothing to be done. */
export const emptyTwiml = response('');

function response(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;
}

function say(text: string): string {
  return `<Say voice="Polly.Amy" language="en-GB"><prosody rate="85%">${escaped(speakable(text))}</prosody></Say>`;
}

/** Without what a voice would spell out. */
function speakable(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\uFE0F|["“”*_`]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
