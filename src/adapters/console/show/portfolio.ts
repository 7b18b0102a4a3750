import { rungs, rungWords } from '../../../check-ins/cadence/cadence.ts';
import { signNames, sortNames } from '../../../situation/portfolio-statement.ts';
import { type Html, html } from '../../markup/html.ts';
import type { PortfolioLook, Standing } from '../look/load-portfolio.ts';
import { addressOf, everybody, type PortfolioWish, queryOf } from '../look/portfolio-wish.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { renderTrend } from './confidence.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderWhen } from './moment.ts';
import { phaseWords, signWords, sortWords } from './words.ts';

/** Who needs attention and why, the first one first. */
export function renderPortfolio(look: PortfolioLook, { person, now, csrf }: Viewer): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const calling = look.rows.filter(({ reasons }) => reasons.length > 0);
  const calm = look.rows.filter(({ reasons }) => reasons.length === 0);
  const isSorted = look.wish.sort !== null;
  const main = html`<h1>Customers</h1>
    ${renderWish(look)}
    ${renderViews(look, csrf)}
    <div data-live="portfolio">
    ${look.total === 0 && renderNobody(look)}
    ${isSorted && look.total > 0 && html`<h2>${sortWords[look.wish.sort ?? 'name']} <span class="count">${look.total}</span></h2>${renderRows(look.rows, reader)}`}
    ${!isSorted && calling.length > 0 && html`<h2>Need attention <span class="count">${calling.length}</span></h2>${renderRows(calling, reader)}`}
    ${!isSorted && calm.length > 0 && html`<h2>Calm <span class="count">${look.total - calling.length}</span></h2>${renderRows(calm, reader)}`}
    ${look.total > look.rows.length && html`<p class="quiet">${look.total - look.rows.length} more ${isSorted ? 'come after' : 'are calmer than'} these. Find one by its name.</p>`}
    </div>
    ${look.rows.some(({ maySet }) => maySet) && renderBulk()}`;
  return { section: 'portfolio', title: 'Customers', main };
}

function renderRows(rows: readonly Standing[], reader: Reader): Html {
  return html`<ol class="rows">${rows.map(row => renderRow(row, reader))}</ol>`;
}

/** What this person has kept under a name, and the form that keeps what they look at now. */
function renderViews({ views, wish }: PortfolioLook, csrf: string): Html {
  const here = queryOf(wish);
  const known = views.find(view => queryOf(view.wish) === here);
  return html`${views.length > 0 && html`<nav class="wish views" aria-label="What you have kept">${views.map(({ name, wish: kept }) => html`<a href="${addressOf(kept)}" ${queryOf(kept) === here && html`aria-current="true"`}>${name}</a>`)}</nav>`}
    ${known && html`<form class="forget" method="post" action="/console/views/${encodeURIComponent(known.id)}/end">${csrfField(csrf)}<button>Forget “${known.name}”</button></form>`}
    ${here !== '' && !known && html`<details class="offer keep"><summary>Keep this view</summary><form method="post" action="/console/views">${csrfField(csrf)}<input type="hidden" name="query" value="${here}"><label class="hidden" for="view">Its name</label><input id="view" name="name" placeholder="its name" required maxlength="60" autocomplete="off"><button>Keep it</button></form></details>`}`;
}

function renderWish({ wish }: PortfolioLook): Html {
  const { isMine, letters, sign, sort } = wish;
  const choice = (words: string, chosen: Partial<PortfolioWish>, isChosen: boolean) =>
    html`<a href="${addressOf({ ...everybody, sort, ...chosen })}" ${isChosen && html`aria-current="true"`}>${words}</a>`;
  const isPlain = letters === '' && !sign;
  return html`<div class="wish">
    <nav aria-label="Whose customers">${choice('All', {}, isPlain && !isMine)}${choice('Mine', { isMine: true }, isPlain && isMine)}${signNames.map(one => choice(signWords[one], { sign: one }, one === sign && letters === ''))}</nav>
    <form class="find" method="get" action="/console" role="search">${isMine && html`<input type="hidden" name="whose" value="mine">`}${sign && html`<input type="hidden" name="show" value="${sign}">`}
      <label class="hidden" for="find">Find a customer by name</label><input id="find" type="search" name="q" value="${letters}" placeholder="Find a customer" autocomplete="off" maxlength="80">
      <label class="hidden" for="sort">In which order</label><select id="sort" name="sort" data-at-once><option value="">${sortWords.attention}</option>${sortNames.map(one => html`<option value="${one}" ${one === sort && html`selected`}>${sortWords[one]}</option>`)}</select><button>Find</button></form>
  </div>`;
}

function renderNobody({ wish }: PortfolioLook): Html {
  if (wish.letters !== '')
    return html`<p class="empty">No customer has “${wish.letters}” in its name. <a href="/console">See all of them.</a></p>`;
  if (wish.sign)
    return html`<p class="empty">Nobody is there: ${signWords[wish.sign].toLowerCase()}. <a href="/console">See all of them.</a></p>`;
  if (wish.isMine)
    return html`<p class="empty">You are advocate, backup or manager of no customer. <a href="/console">See all of them.</a></p>`;
  return html`<p class="empty">There is no customer yet. <a href="/console/setup">Write the setup here</a>, or import a file: <code>handrail import setup.yaml</code></p>`;
}

function renderRow(row: Standing, reader: Reader): Html {
  const { customerId, name, phase, transitionName, confidence, reasons, nextCheckInAt } = row;
  return html`<li data-row><div class="what"><span>${row.maySet && html`<input type="checkbox" form="bulk" name="c" value="${customerId}" aria-label="Choose ${name}"> `}<a class="name" href="/console/customers/${encodeURIComponent(customerId)}">${name}</a></span>
      ${reasons.length > 0 ? html`<span class="why ${row.openPages > 0 && 'pressing'}">${reasons.join(' · ')}</span>` : html`<span class="quiet">${row.confidenceReasons[0]}</span>`}</div>
    <span class="phase">${phase ? html`<b class="tag ${phase}">${phaseWords[phase]}</b> <span class="quiet">${transitionName}</span>` : html`<span class="quiet">nothing underway</span>`}</span>
    ${confidence === null ? html`<span class="confidence"></span>` : renderTrend(confidence, row.trend)}
    <span class="next quiet">${nextCheckInAt ? askedWords(nextCheckInAt, reader) : 'no check-in planned'}<span class="by">${row.advocateName}</span></span></li>`;
}

function askedWords(at: Date, reader: Reader): Html {
  if (at <= reader.now) return html`check-in due`;
  return html`check-in ${renderWhen(at, reader)}`;
}

/** One rhythm for those that are chosen; what would come of it is shown before it is done. */
function renderBulk(): Html {
  return html`<form class="dial" id="bulk" method="get" action="/console/cadences"><label>Ask those you chose <select name="rung" required><option value="">how often …</option>${rungs.map(rung => html`<option value="${rung}">${rungWords(rung)}</option>`)}</select></label> <button>Show what would come</button></form>`;
}
