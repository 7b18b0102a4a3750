import { actionIds, actionLabels } from '../../../delivery/card.ts';
import { mediumName } from '../../../delivery/medium-name.ts';
import { type Html, html } from '../../markup/html.ts';
import type { RehearsalLook, Rehearsed } from '../look/find-rehearsal-look.ts';
import type { TranscriptLine } from '../look/rehearsal.ts';
import { type StoryName, storyNames } from '../look/rehearsal-story.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { byDay, type Reader, renderTimeOfDay, renderWhen } from './moment.ts';
import { messageWords } from './words.ts';

const storyWords: Readonly<Record<StoryName, string>> = {
  calm: 'Everything goes as planned',
  page: 'They ask for a person in the night, and nobody answers for 25 minutes',
  quiet: 'Nobody reports anything, and nobody answers',
};

/** A window lived through before it happens: which story, and what was said and done in the last one. */
export function renderRehearsal(look: RehearsalLook, { now, csrf }: Viewer): Sheet {
  const { customer, transition, last } = look;
  const reader = { timeZone: customer.timeZone, now };
  const plan = `/console/customers/${encodeURIComponent(customer.id)}/transitions/${encodeURIComponent(transition.key)}`;
  const main = html`<p class="crumb"><a href="${plan}">${transition.name}</a>, <a href="/console/customers/${encodeURIComponent(customer.id)}">${customer.name}</a></p>
    <h1>Rehearse ${transition.name}</h1>
    <p>The window is lived through as it is planned, with the people, places, schedules and ladders there are now, from two hours before it until twelve hours after it. Nobody is told or called.</p>
    <form class="tell" method="post" action="${plan}/rehearsal">${csrfField(csrf)}<label for="story">What happens in it</label><select id="story" name="story">${storyNames.map(name => html`<option value="${name}" ${name === last?.story && html`selected`}>${storyWords[name]}</option>`)}</select><p><button class="primary">Live it through</button></p></form>
    <div data-live="rehearsal">${last && renderLast(last, look.names, reader)}</div>`;
  return { section: 'portfolio', title: `Rehearsal of ${transition.name}`, main };
}

function renderLast(last: Rehearsed, names: RehearsalLook['names'], reader: Reader): Html {
  const { story, state, startedAt, byName, problem, lines, total } = last;
  const head = html`<h2>${storyWords[story]}</h2><p class="quiet">Begun by ${byName} ${renderWhen(startedAt, reader)}.</p>`;
  if (state === 'running')
    return html`${head}<p role="status">It is being lived through, beside what runs here. That takes a minute or two; this page then shows it by itself, or when you <a href="">look again</a>.</p>`;
  if (state === 'cut-off')
    return html`${head}<p class="calling">It was cut off before it was over. Begin it once more.</p>`;
  if (problem) return html`${head}<p class="calling">It could not be lived through: ${problem}</p>`;
  return html`${head}${renderCounts(lines)}
    ${byDay(lines, ({ at }) => at, reader).map(({ day, items }) => html`<h3 class="day">${day}</h3><ol class="facts">${items.map(line => renderLine(line, names, reader))}</ol>`)}
    ${total > lines.length && html`<p class="quiet">${total - lines.length} more come after these.</p>`}
    <p class="quiet">On their clock, ${reader.timeZone}.</p>`;
}

function renderCounts(lines: readonly TranscriptLine[]): Html {
  const sent = lines.filter(line => line.kind === 'message' && !line.edited);
  const count = (...wanted: string[]) =>
    sent.filter(line => line.kind === 'message' && wanted.includes(line.message)).length;
  const theirs = sent.filter(line => line.kind === 'message' && line.audience === 'shared').length;
  return html`<dl class="figures"><div><dt>Messages they read</dt><dd>${theirs}</dd></div><div><dt>Messages we read</dt><dd>${sent.length - theirs}</dd></div><div><dt>Check-ins</dt><dd>${count('check-in', 'check-in-repeat')}</dd></div><div><dt>Calls of a page</dt><dd>${count('page')}</dd></div></dl>`;
}

const mostLetters = 400;

function renderLine(line: TranscriptLine, names: RehearsalLook['names'], reader: Reader): Html {
  const nameOf = (id: string) => names.get(id) ?? id;
  const when = html`<span class="quiet">${renderTimeOfDay(line.at, reader)}</span>`;
  if (line.kind === 'input')
    return html`<li data-row class="input">${when}<p>${deedWords(line)}</p><span class="quiet">${nameOf(line.from)}</span></li>`;
  const { text, to, via, message, audience, edited } = line;
  const said = text.length > mostLetters ? `${text.slice(0, mostLetters)} …` : text;
  const way = via === 'chat' ? '' : ` by ${mediumName(via)}`;
  return html`<li data-row class="${audience}">${when}<p>${said}</p><span class="quiet">${messageWords(message)}${edited && ', in its new words'} to ${nameOf(to)}${way}</span></li>`;
}

function deedWords({
  says,
  presses,
  milestone,
  becomes,
}: Extract<TranscriptLine, { readonly kind: 'input' }>): string {
  if (says) return `“${says}”`;
  if (milestone) return `${milestone}: ${becomes}`;
  const action = actionIds.find(id => id === presses);
  return action ? `presses “${actionLabels[action]}”` : '…';
}
