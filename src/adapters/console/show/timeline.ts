import { type Html, html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { CustomerLook } from '../look/load-customer.ts';
import { type FactKinds, type FactsWish, factsAtOnce, type ShownFact } from '../look/load-facts.ts';
import type { Viewer } from '../look/sheet.ts';
import { factText } from './fact.ts';
import { csrfField } from './frame.ts';
import { byDay, type Reader, renderTimeOfDay } from './moment.ts';

const kindWords: Readonly<Record<FactKinds, string>> = {
  words: 'What was said',
  plan: 'The plan',
  pages: 'Pages',
  'check-ins': 'Check-ins',
  owed: 'Promises and tasks',
};

/** Everything that happened, day by day, with the form to write something down. */
export function renderTimeline(look: CustomerLook, { person, now, csrf }: Viewer): Html {
  const { customer, facts, wish } = look;
  const reader = { timeZone: person.timeZone, now };
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const older = facts.length >= factsAtOnce ? (facts.at(-1)?.event.at ?? null) : null;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
    ${look.mayTell && renderTell(look, here, csrf)}
    ${renderChoices(here, wish)}
    <div data-live="facts">${
      facts.length === 0
        ? html`<p class="empty">Nothing of this has been written down${wish.before ? ' before that' : ' yet'}.</p>`
        : byDay(facts, ({ event }) => event.at, reader).map(
            ({ day, items }) =>
              html`<h3 class="day">${day}</h3><ol class="facts">${alike(items).map(facts => renderFacts(facts, { look, here, reader }))}</ol>`,
          )
    }</div>
    ${older && html`<p><a href="${addressOf(here, { ...wish, before: older })}">Older ones</a></p>`}
  </section>`;
}

function renderChoices(here: string, wish: FactsWish): Html {
  const choice = (words: string, wanted: Pick<FactsWish, 'isShared' | 'only'>) => {
    const isChosen = wanted.isShared === wish.isShared && wanted.only === wish.only;
    return html`<a href="${addressOf(here, wanted)}" ${isChosen && html`aria-current="true"`}>${words}</a>`;
  };
  return html`<nav class="wish" aria-label="Which facts">${choice('Everything', { isShared: false, only: null })}${choice('What they can read', { isShared: true, only: null })}${(Object.keys(kindWords) as FactKinds[]).map(only => choice(kindWords[only], { isShared: false, only }))}</nav>`;
}

function addressOf(
  here: string,
  { isShared, only, before }: Pick<FactsWish, 'isShared' | 'only'> & Partial<FactsWish>,
): string {
  const query = new URLSearchParams({
    ...(isShared && { show: 'shared' }),
    ...(only && { show: only }),
    ...(before && { before: before.toISOString() }),
  }).toString();
  return `${here}${query && `?${query}`}#timeline`;
}

interface Around {
  readonly look: CustomerLook;
  readonly here: string;
  readonly reader: Reader;
}

/** What happened several times with nothing else in between, in the same words, is read once. */
function alike(facts: readonly ShownFact[]): ShownFact[][] {
  const groups: ShownFact[][] = [];
  const print = ({ event }: ShownFact) =>
    [event.kind, event.text, event.visibility, event.authorId].join('\n');
  for (const fact of facts) {
    const last = groups.at(-1);
    if (last?.[0] && print(last[0]) === print(fact)) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

function renderFacts(facts: readonly ShownFact[], { look, here, reader }: Around): Html {
  const [newest, ...before] = facts;
  if (!newest) return html``;
  const { event, authorName } = newest;
  const isTheirs = event.visibility === 'shared';
  const isWritten = event.kind === 'note' || event.kind === 'external';
  const quote = `${here}?fact=${encodeURIComponent(event.id)}#text`;
  const times = before.map(
    ({ event: { at } }, index) => html`${index > 0 && ', '}${renderTimeOfDay(at, reader)}`,
  );
  return html`<li data-row class="${event.visibility}"><span class="quiet">${renderTimeOfDay(event.at, reader)}</span><p>${renderText(factText(event), reader)}${before.length > 0 && html` <span class="quiet">also ${times}</span>`}</p><span class="quiet">${authorName}${authorName && ' · '}${isTheirs ? 'they can read it' : 'only we know'}${look.mayTell && isWritten && html` · <a href="${quote}">${isTheirs ? 'Correct it' : 'Publish it'}</a>`}</span></li>`;
}

function renderTell({ quoted }: CustomerLook, here: string, csrf: string): Html {
  const isCorrection = quoted?.event.visibility === 'shared';
  const label = !quoted
    ? 'Write down what happened'
    : isCorrection
      ? 'Say what is right; both stay on the timeline'
      : 'Say it as they may read it';
  const begun = isCorrection ? `Correction: ${quoted.event.text}` : quoted?.event.text;
  return html`<form class="tell" method="post" action="${here}/tell">${csrfField(csrf)}
    <label for="text">${label}</label><textarea id="text" name="text" rows="2" maxlength="2000" required>${begun}</textarea>
    <p><button name="audience" value="internal">For us alone</button> <button name="audience" value="shared" ${quoted && html`class="primary"`}>Publish to them</button>${quoted && html` <a href="${here}#timeline">Leave it</a>`}</p></form>`;
}
