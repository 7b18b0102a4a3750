import { type Html, html } from '../../markup/html.ts';
import type { PortfolioLook, Standing } from '../look/load-portfolio.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { renderConfidence } from './confidence.ts';
import { type Reader, renderWhen } from './moment.ts';
import { phaseWords } from './words.ts';

/** Who needs attention and why, the first one first. */
export function renderPortfolio(look: PortfolioLook, { person, now }: Viewer): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const calling = look.rows.filter(({ reasons }) => reasons.length > 0);
  const calm = look.rows.filter(({ reasons }) => reasons.length === 0);
  const main = html`<h1>Customers</h1>
    ${renderWish(look)}
    <div data-live="portfolio">
    ${look.total === 0 && renderNobody(look)}
    ${calling.length > 0 && html`<h2>Need attention <span class="count">${calling.length}</span></h2><ol class="rows">${calling.map(row => renderRow(row, reader))}</ol>`}
    ${calm.length > 0 && html`<h2>Calm <span class="count">${look.total - calling.length}</span></h2><ol class="rows">${calm.map(row => renderRow(row, reader))}</ol>`}
    ${look.total > look.rows.length && html`<p class="quiet">${look.total - look.rows.length} more are calmer than these. Find one by its name.</p>`}
    </div>`;
  return { section: 'portfolio', title: 'Customers', main };
}

function renderWish({ wish }: PortfolioLook): Html {
  const all = wish.letters === '' && !wish.isMine;
  return html`<div class="wish">
    <nav aria-label="Whose customers"><a href="/console" ${all && html`aria-current="true"`}>All</a><a href="/console?whose=mine" ${wish.isMine && wish.letters === '' && html`aria-current="true"`}>Mine</a></nav>
    <form method="get" action="/console" role="search"><label class="hidden" for="find">Find a customer by name</label><input id="find" type="search" name="q" value="${wish.letters}" placeholder="Find a customer" autocomplete="off" maxlength="80"><button>Find</button></form>
  </div>`;
}

function renderNobody({ wish }: PortfolioLook): Html {
  if (wish.letters !== '')
    return html`<p class="empty">No customer has “${wish.letters}” in its name. <a href="/console">See all of them.</a></p>`;
  if (wish.isMine)
    return html`<p class="empty">You are advocate, backup or manager of no customer. <a href="/console">See all of them.</a></p>`;
  return html`<p class="empty">There is no customer yet. Write a setup file, as docs/setup.md shows, and import it: <code>handrail import setup.yaml</code></p>`;
}

function renderRow(row: Standing, reader: Reader): Html {
  const { customerId, name, phase, transitionName, confidence, reasons, nextCheckInAt } = row;
  return html`<li data-row><div class="what"><a class="name" href="/console/customers/${encodeURIComponent(customerId)}">${name}</a>
      ${reasons.length > 0 ? html`<span class="why ${row.openPages > 0 && 'pressing'}">${reasons.join(' · ')}</span>` : html`<span class="quiet">${row.confidenceReasons[0]}</span>`}</div>
    <span class="phase">${phase ? html`<b class="tag ${phase}">${phaseWords[phase]}</b> <span class="quiet">${transitionName}</span>` : html`<span class="quiet">nothing underway</span>`}</span>
    ${confidence === null ? html`<span class="confidence"></span>` : renderConfidence(confidence)}
    <span class="next quiet">${nextCheckInAt ? askedWords(nextCheckInAt, reader) : 'no check-in planned'}<span class="by">${row.advocateName}</span></span></li>`;
}

function askedWords(at: Date, reader: Reader): Html {
  if (at <= reader.now) return html`check-in due`;
  return html`check-in ${renderWhen(at, reader)}`;
}
