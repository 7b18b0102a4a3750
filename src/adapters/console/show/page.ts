import { type Html, html } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { PageLook } from '../look/load-page.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { factText } from './fact.ts';
import { csrfField } from './frame.ts';
import { renderClock, renderWhen } from './moment.ts';
import { renderOffers } from './offers.ts';
import { pageWords } from './words.ts';

/** One page: how it stands, what can be done, whom it called and why, and everything that happened to it. */
export function renderPage(look: PageLook, viewer: Viewer): Sheet {
  const { page, customerName, ownerName, reasons, course } = look;
  const reader = { timeZone: viewer.person.timeZone, now: viewer.now };
  const has =
    page.state === 'acknowledged' && ownerName ? `${ownerName} has it` : pageWords[page.state];
  const main = html`<p class="crumb"><a href="/console/pages">Pages</a>, <a href="/console/customers/${encodeURIComponent(page.customerId)}">${customerName}</a></p>
    <h1>${customerName}: a page</h1>
    <div data-live="standing"><p><b class="tag ${page.state}">${has}</b> <span class="quiet">raised ${renderWhen(page.raisedAt, reader)}</span></p>
    <blockquote>${page.reason}</blockquote></div>
    ${renderActs(look, viewer)}
    <div data-live="course">
    <div class="halves"><section class="card" aria-labelledby="about"><h2 id="about">Who they are, and how they are</h2><div class="said">${renderCard(look.about, reader)}</div></section>
    <section class="card" aria-labelledby="reasons"><h2 id="reasons">Whom it called, and why</h2><ul class="plain">${reasons.map(text => html`<li>${renderText(text, reader)}</li>`)}</ul><p class="quiet">On your clock, ${reader.timeZone}.</p></section></div>
    <section aria-labelledby="happened"><h2 id="happened">What happened</h2><ol class="facts">${course.map(event => html`<li class="${event.visibility}" data-row><span class="quiet">${renderClock(event.at, reader)}</span><p>${renderText(factText(event), reader)}</p><span class="quiet">${event.visibility === 'shared' ? 'they can read it' : 'only we know'}</span></li>`)}</ol></section>
    </div>`;
  return { section: 'pages', title: `${customerName}, page`, main };
}

function renderActs(
  { page, offers, mayTake, mayUpdate, mayResolve }: PageLook,
  { csrf }: Viewer,
): Html | null {
  if (!mayTake && !mayUpdate && !mayResolve && offers.length === 0) return null;
  const at = `/console/pages/${encodeURIComponent(page.id)}`;
  return html`<div class="acts">
    ${mayTake && html`<form method="post" action="${at}/take">${csrfField(csrf)}<button class="primary">I have it</button></form>`}
    ${
      (mayUpdate || mayResolve) &&
      html`<form class="tell" method="post" action="${at}/update">${csrfField(csrf)}
      <label for="text">How it goes, or what it was</label><textarea id="text" name="text" rows="2" maxlength="2000" required></textarea>
      <label class="check"><input type="checkbox" name="audience" value="shared"> They may read it</label>
      <p>${mayUpdate && html`<button>Update</button>`} ${mayResolve && html`<button formaction="${at}/resolve">Resolved</button>`}</p></form>`
    }
    ${offers.length > 0 && renderOffers(offers, { here: `/console/customers/${encodeURIComponent(page.customerId)}`, csrf })}
  </div>`;
}
