import { labelFor } from '../../../delivery/in-language.ts';
import { isPhraseLanguage, type PhraseLanguage } from '../../../delivery/phrases/phrase.ts';

/** One thing said aloud, then perhaps a key waited for. */
export interface Spoken {
  readonly lines: readonly string[];
  /** Where a pressed key is told; null = nothing is asked. */
  readonly keysTo: string | null;
  /** What the lines are in; null for English. */
  readonly language: string | null;
}

/** Seconds in which a key is waited for after the last word. */
const keyTimeout = 8;

/** What Twilio reads aloud, slowly and twice where it asks for a key (TwiML: Gather, Say). */
export function twiml({ lines, keysTo, language }: Spoken): string {
  const say = (text: string) => sayAs(voiceOf(language), text);
  const said = lines.map(say).join('<Pause length="1"/>');
  if (keysTo === null) return response(said);
  const again = `${said}<Pause length="2"/>${said}`;
  const gather = `<Gather input="dtmf" numDigits="1" timeout="${keyTimeout}" method="POST" action="${escaped(keysTo)}">${again}</Gather>`;
  return response(`${gather}${say(labelFor('I heard no key. I go on calling.', language))}`);
}

/** Nothing to be done. */
export const emptyTwiml = response('');

function response(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;
}

/** A voice that Twilio has for each language we speak (twilio.com/docs/voice/twiml/say/text-speech). */
const voices: Readonly<Record<PhraseLanguage, Voice>> = {
  de: { name: 'Polly.Vicki', language: 'de-DE' },
  fr: { name: 'Polly.Celine', language: 'fr-FR' },
  es: { name: 'Polly.Lucia', language: 'es-ES' },
  pt: { name: 'Polly.Vitoria', language: 'pt-BR' },
  ja: { name: 'Polly.Mizuki', language: 'ja-JP' },
};

interface Voice {
  readonly name: string;
  readonly language: string;
}

function voiceOf(language: string | null): Voice {
  return isPhraseLanguage(language) ? voices[language] : { name: 'Polly.Amy', language: 'en-GB' };
}

function sayAs({ name, language }: Voice, text: string): string {
  return `<Say voice="${name}" language="${language}"><prosody rate="85%">${escaped(speakable(text))}</prosody></Say>`;
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
