import { mediumName } from '../../../delivery/medium-name.ts';
import { minute, since } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';
import {
  type Pace,
  type PaceBy,
  type PageLine,
  type PagesLook,
  paceKinds,
  pagesAtOnce,
} from '../look/load-pages.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { lengthWords, type Reader, renderWhen } from './moment.ts';
import { pageWords } from './words.ts';

/** Every page: those that are open, or those that are over. */
export function renderPages(look: PagesLook, { person, now }: Viewer): Sheet {
  const { wish, lines, pace } = look;
  const reader = { timeZone: person.timeZone, now };
  const last = lines.at(-1);
  const older =
    last && new URLSearchParams({ which: wish.which, before: last.raisedAt.toISOString() });
  const main = html`<h1>Pages</h1>
    <nav class="wish" aria-label="Which pages"><a href="/console/pages" ${wish.which === 'open' && html`aria-current="true"`}>Open</a><a href="/console/pages?which=resolved" ${wish.which === 'resolved' && html`aria-current="true"`}>Resolved</a></nav>
    <div data-live="pages">
    ${renderPace(pace)}
    ${pace.pages > 0 && renderPaces(look)}
    ${lines.length === 0 ? html`<p class="empty">${wish.which === 'open' ? 'No page is open. Nobody is waiting for a person.' : 'No page has been resolved yet.'}</p>` : html`<ol class="rows pages">${lines.map(line => renderLine(line, reader))}</ol>`}
    ${lines.length >= pagesAtOnce && older && html`<p><a href="/console/pages?${older.toString()}">Older ones</a></p>`}
    </div>`;
  return { section: 'pages', title: 'Pages', main };
}

function renderPace({ pages, minutesToTake, minutesToResolve }: Pace): Html | null {
  if (pages === 0) return null;
  const words = (minutes: number | null) =>
    minutes === null ? '–' : lengthWords(minutes * minute);
  return html`<dl class="figures"><div><dt>Pages in thirty days</dt><dd>${pages}</dd></div><div><dt>Half were taken within</dt><dd>${words(minutesToTake)}</dd></div><div><dt>Half were resolved within</dt><dd>${words(minutesToResolve)}</dd></div></dl>`;
}

const paceWords: Readonly<Record<PaceBy, string>> = {
  customer: 'By customer',
  person: 'By whoever had it',
  level: 'By level',
  medium: 'By what reached them',
};

/** The same told apart, by what one asks for. */
function renderPaces({ wish, paces }: PagesLook): Html {
  const address = (by: PaceBy) => `/console/pages?which=${wish.which}&by=${by}`;
  const words = (minutes: number | null) =>
    minutes === null ? '–' : lengthWords(minutes * minute);
  return html`<nav class="wish" aria-label="Times of the last thirty days">${paceKinds.map(by => html`<a href="${address(by)}" ${by === wish.by && html`aria-current="true"`}>${paceWords[by]}</a>`)}</nav>
    ${
      wish.by &&
      html`<div class="wide card" tabindex="0" role="group" aria-label="Times"><table><caption class="hidden">Pages of the last thirty days, ${paceWords[wish.by].toLowerCase()}</caption><thead><tr><th scope="col">${paceWords[wish.by]}</th><th scope="col">Pages</th><th scope="col">Half taken within</th><th scope="col">Half resolved within</th></tr></thead>
    <tbody>${paces.map(one => html`<tr data-row><th scope="row">${wish.by === 'medium' ? mediumName(one.label) : one.label}</th><td>${one.pages}</td><td>${words(one.minutesToTake)}</td><td>${words(one.minutesToResolve)}</td></tr>`)}</tbody></table></div>`
    }`;
}

function renderLine(line: PageLine, reader: Reader): Html {
  const { id, state, reason, raisedAt, acknowledgedAt, resolvedAt, ownerName } = line;
  const has = state === 'acknowledged' && ownerName ? `${ownerName} has it` : pageWords[state];
  return html`<li data-row><div class="what"><a class="name" href="/console/pages/${encodeURIComponent(id)}">${line.customerName}</a><span class="why">${reason}</span></div>
    <span><b class="tag ${state}">${has}</b></span>
    <span class="quiet">${acknowledgedAt && html`taken after ${lengthWords(since(raisedAt, acknowledgedAt))}`}${resolvedAt && html`, resolved after ${lengthWords(since(raisedAt, resolvedAt))}`}</span>
    <span class="next quiet">raised ${renderWhen(raisedAt, reader)}</span></li>`;
}
