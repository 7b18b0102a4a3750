import { type Html, html } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { CustomerLook } from '../look/load-customer.ts';
import { offered } from '../look/offers.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { renderAccount } from './account.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderWhen } from './moment.ts';
import { renderOffers } from './offers.ts';
import { renderOwed } from './owed.ts';
import { renderRhythm } from './rhythm.ts';
import { renderTimeline } from './timeline.ts';
import { pageWords } from './words.ts';

/** One customer: what it would be told beside what only we know, how often it is asked, and everything that happened. */
export function renderCustomer(look: CustomerLook, viewer: Viewer): Sheet {
  const { customer, theirs, ours, rhythms, account, owed } = look;
  const { csrf, now } = viewer;
  const reader = { timeZone: viewer.person.timeZone, now };
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const main = html`<h1>${customer.name}</h1>
    <nav class="wish jump" aria-label="On this page"><a href="#theirs">Now</a><a href="#timeline">Timeline</a><a href="#owed">What waits</a><a href="#do">Do something</a>${rhythms.map(({ transition }) => html`<a href="#t-${transition.key}">${transition.name}</a>`)}<a href="#who">Who they are</a><a href="${here}/reviews">Quarters</a></nav>
    <div data-live="pages">${renderOpenPages(look, reader)}</div>
    <div class="halves" data-live="now">
      <section class="card theirs" aria-labelledby="theirs"><h2 id="theirs">What they would be told now</h2><div class="said">${renderCard(theirs, { timeZone: customer.timeZone, now })}</div><p class="quiet">On their clock, ${customer.timeZone}.</p></section>
      <section class="card ours" aria-labelledby="ours"><h2 id="ours">What only we know</h2><div class="said">${renderCard(ours, reader)}</div><p class="quiet">On your clock, ${reader.timeZone}.</p></section>
    </div>
    <section class="card" aria-labelledby="do"><h2 id="do">Do something</h2>${Object.entries(offered).map(([title, names]) => html`<h3>${title}</h3>${renderOffers(names, { here, csrf })}`)}</section>
    ${renderUndo(look, viewer)}
    ${rhythms.map(rhythm => renderRhythm(rhythm, look, reader))}
    <div class="halves">
      ${renderOwed(owed, { here, csrf, reader })}
      ${renderAccount(account, customer)}
    </div>
    ${renderTimeline(look, viewer)}`;
  return { section: 'portfolio', title: customer.name, main };
}

function renderOpenPages({ pages }: CustomerLook, reader: Reader): Html {
  return html`${pages.map(({ id, state, reason, raisedAt }) => html`<p class="calling"><b class="tag ${state}">${pageWords[state]}</b> <a href="/console/pages/${encodeURIComponent(id)}">Page</a>, raised ${renderWhen(raisedAt, reader)}: ${reason}</p>`)}`;
}

function renderUndo(
  { undoable, customer }: CustomerLook,
  { person, now, csrf }: Viewer,
): Html | null {
  if (!undoable) return null;
  const reader = { timeZone: person.timeZone, now };
  return html`<form class="undo" method="post" action="/console/customers/${encodeURIComponent(customer.id)}/cadence/undo">${csrfField(csrf)}<input type="hidden" name="audit" value="${undoable.auditId}">
    <p>Somebody ${renderText(undoable.did, reader)}, ${renderWhen(undoable.at, reader)}. <button>Undo</button></p></form>`;
}
