import { inZone } from '../shared/time.ts';
import type { EventKind } from '../timeline/event.ts';
import type { Cast } from './cast.ts';
import type { DeliveryLine, EventLine, InputLine, Line, MessageLine, Summary } from './line.ts';
import type { Scenario } from './scenario.ts';

const width = 92;
const indent = '       ';

/** Facts that only repeat what a message beside them says; a reader has seen them already. */
const echoes: ReadonlySet<EventKind> = new Set([
  'check-in.asked',
  'check-in.repeated',
  'check-in.answered',
  'cadence.changed',
  'task.opened',
  'news.requested',
  'news.told',
  'page.raised',
  'page.acknowledged',
  'page.reassigned',
  'page.resolved',
  'graduation.proposed',
]);

/** The lines above a transcript: what it is, and from when until when, in whose time. */
export function readableHead({ name, file, from, until, cast }: Scenario): string {
  const span = [from, until].map(
    at => `${dayWords(at, cast.timeZone)}, ${clock(at, cast.timeZone)}`,
  );
  return `${name ?? file}\n${span.join(' until ')} (${cast.timeZone} time)`;
}

/** One line of the transcript for people, with the day above it when it is a new one; '' when there is nothing to show. */
export function readableLine(line: Line, previous: Line | null, cast: Cast): string {
  if (!isShown(line)) return '';
  const zone = cast.timeZone;
  const isNewDay = !previous || dayWords(previous.at, zone) !== dayWords(line.at, zone);
  const rule = isNewDay ? `\n${ruled(dayWords(line.at, zone))}\n` : '';
  return `${rule}\n${body(line, cast)}`;
}

/** Whether people are shown this line at all. */
export function isShown(line: Line): boolean {
  return line.kind !== 'event' || !echoes.has(line.event);
}

/** What stands under a transcript: how much was said, what failed. */
export function readableSummary({ messages, expectations, failures, missed }: Summary): string {
  const total = Object.values(messages).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(messages).map(([name, count]) => `${count} ${name}`);
  const { passed, failed } = expectations;
  const verdict =
    passed + failed === 0
      ? 'Nothing was expected of it.'
      : failed === 0
        ? `✅ ${passed === 1 ? 'The one expectation holds' : `All ${passed} expectations hold`}.`
        : `⚠️ ${failed} of ${passed + failed} expectations failed:`;
  return [
    `\n${ruled('The end')}\n`,
    wrapped(`${total} messages: ${each.join(', ') || 'none'}.`, ''),
    ...missed.map(text => wrapped(`⚠️ ${text}`, '')),
    verdict,
    ...failures.map(text => wrapped(text, '  ')),
  ].join('\n');
}

function body(line: Line, cast: Cast): string {
  const at = clock(line.at, cast.timeZone);
  switch (line.kind) {
    case 'message':
      return messageBody(line, cast, at);
    case 'event':
      return factBody(line, at);
    case 'delivery':
      return `${at}  ${deliveryWords(line, cast)}`;
    case 'input':
      return inputBody(line, cast, at);
  }
}

function messageBody(line: MessageLine, cast: Cast, at: string): string {
  const head = [`${at}  Handrail → ${readerWords(line, cast)}`];
  if (line.via !== 'chat') head.push(`by ${line.via}`);
  head.push(line.edited ? `${line.message}, changed` : line.message);
  const buttons = line.actions.map(({ label }) => `[ ${label} ]`).join('  ');
  return [
    head.join(' · '),
    wrapped(shownText(line), indent),
    ...(buttons ? [wrapped(buttons, indent)] : []),
  ].join('\n');
}

/** Of an edit only what changed; of a page by text message or phone only how it begins, since chat has it all. */
function shownText({ text, before, via }: MessageLine): string {
  const lines = text.split('\n');
  if (via !== 'chat') return lines.length > 2 ? [...lines.slice(0, 2), '…'].join('\n') : text;
  const known = new Set(before?.split('\n'));
  const changed = lines.map(line => (known.has(line) && line !== '' ? '…' : line));
  return changed.filter((line, index) => line !== '…' || changed[index - 1] !== '…').join('\n');
}

/** "northwind-shared", "northwind-team (internal)" or "Nora Whitfield, directly (23:05 in London)". */
function readerWords({ to, at, readerZone }: MessageLine, cast: Cast): string {
  const person = cast.people.get(to);
  if (!person) return cast.places.get(to)?.audience === 'internal' ? `${to} (internal)` : to;
  const theirs = clock(at, readerZone);
  const city = readerZone.split('/').at(-1)?.replaceAll('_', ' ') ?? readerZone;
  const clockWords = theirs === clock(at, cast.timeZone) ? '' : ` (${theirs} in ${city})`;
  return `${person.name}, directly${clockWords}`;
}

function factBody({ event, visibility, text }: EventLine, at: string): string {
  const [first = '', ...rest] = wrapped(`• ${text}`, indent).split('\n');
  const line = `${at}  ${first.trimStart()}`;
  return [line, ...rest, `${indent}  (${visibility} fact: ${event})`].join('\n');
}

function deliveryWords({ to, via, outcome }: DeliveryLine, cast: Cast): string {
  const name = cast.people.get(to)?.name ?? to;
  return `By ${via} to ${name}: ${outcome.replace('-', ' ')}`;
}

function inputBody({ deed, on }: InputLine, cast: Cast, at: string): string {
  const name = (id: string): string => cast.people.get(id)?.name ?? id;
  switch (deed.kind) {
    case 'says': {
      const where = deed.placeId ? `in ${deed.placeId}` : 'to Handrail, directly';
      const aside = deed.aside ? ', to the others' : '';
      return `${at}  ${name(deed.personId)}, ${where}${aside}\n${wrapped(`“${deed.text}”`, indent)}`;
    }
    case 'presses':
      return on
        ? `${at}  ${name(deed.personId)} presses [ ${on.label} ] on the ${on.message} in ${cast.people.has(on.to) ? 'the direct chat' : on.to}`
        : `${at}  ${name(deed.personId)} looks for ${deed.action}, and nothing offers it`;
    case 'milestone':
      return `${at}  ${name(deed.byId)} marks the step ${deed.milestoneId.split('/').at(-1)} as ${deed.to}`;
    case 'event':
      return `${at}  Another system reports ${deed.externalId} (${deed.visibility})\n${wrapped(`“${deed.text}”`, indent)}`;
    case 'request':
      return `${at}  Another system tells of the closed request ${deed.work.externalId}\n${wrapped(`“${deed.work.title}”`, indent)}`;
    case 'engine':
      return `${at}  ${deed.running ? 'Handrail runs again.' : 'Handrail stands still: the process is stopped.'}`;
    case 'clock':
      return `${at}  The machine's clock jumps by ${deed.shift / 60_000} minutes.`;
    case 'reach':
      return `${at}  ${name(deed.id)} can ${deed.reachable ? 'be reached again' : 'no longer be reached'}${deed.via ? ` by ${deed.via}` : ''}.`;
    case 'medium':
      return `${at}  The medium ${deed.medium} is ${deed.becomes}.`;
    case 'replies':
      return `${at}  ${name(deed.personId)}, by ${deed.via}\n${wrapped(`“${deed.text}”`, indent)}`;
    case 'keys':
      return `${at}  ${name(deed.personId)} presses the key ${deed.keys} in the call`;
    case 'confirms':
      return `${at}  ${name(deed.personId)} answers ${deed.action} by ${deed.via}`;
  }
}

function ruled(title: string): string {
  const left = `━━━ ${title} `;
  return left + '━'.repeat(Math.max(3, width - left.length));
}

function dayWords(at: Date, zone: string): string {
  return inZone(at, zone).setLocale('en-GB').toFormat('cccc d LLLL yyyy');
}

function clock(at: Date, zone: string): string {
  return inZone(at, zone).toFormat('HH:mm');
}

/** Text broken between words, every line under the indentation. */
function wrapped(text: string, margin: string): string {
  return text
    .split('\n')
    .flatMap(paragraph => brokenLines(paragraph, width - margin.length))
    .map(line => (line === '' ? '' : margin + line))
    .join('\n');
}

function brokenLines(paragraph: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
