import { rungs, rungWords } from '../../../check-ins/cadence/cadence.ts';
import type { Transition } from '../../../transitions/transition.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { CustomerLook, Rhythm } from '../look/load-customer.ts';
import { factsAtOnce, type ShownFact } from '../look/load-facts.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { renderConfidence, renderCourse } from './confidence.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderClock, renderWhen } from './moment.ts';
import { phaseWords } from './words.ts';

/** One customer: what it would be told beside what only we know, how often it is asked, and everything that happened. */
export function renderCustomer(look: CustomerLook, viewer: Viewer): Sheet {
  const { customer, theirs, ours, rhythms } = look;
  const reader = { timeZone: viewer.person.timeZone, now: viewer.now };
  const main = html`<h1>${customer.name}</h1>
    <div class="halves" data-live="now">
      <section class="card theirs" aria-labelledby="theirs"><h2 id="theirs">What they would be told now</h2><div class="said">${renderCard(theirs, { timeZone: customer.timeZone, now: viewer.now })}</div><p class="quiet">On their clock, ${customer.timeZone}.</p></section>
      <section class="card ours" aria-labelledby="ours"><h2 id="ours">What only we know</h2><div class="said">${renderCard(ours, reader)}</div></section>
    </div>
    ${renderUndo(look, viewer)}
    ${rhythms.map(rhythm => renderRhythm(rhythm, look, reader))}
    <div class="halves">
      ${renderPromises(look, reader)}
      ${renderPeople(look)}
    </div>
    ${renderTimeline(look, viewer)}`;
  return { section: 'portfolio', title: customer.name, main };
}

function renderRhythm(rhythm: Rhythm, look: CustomerLook, reader: Reader): Html {
  const { customer, maySet } = look;
  const { transition, confidence, reasons, course, nextAt, why } = rhythm;
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const at = `${here}/transitions/${encodeURIComponent(transition.key)}`;
  return html`<section class="card" aria-labelledby="t-${transition.key}"><h2 id="t-${transition.key}"><a href="${at}">${transition.name}</a> <b class="tag ${transition.phase}">${phaseWords[transition.phase]}</b></h2>
    <p>${renderConfidence(confidence)} <span class="quiet">${reasons.join(' · ')}</span></p>
    ${renderCourse(course, reader)}
    <div class="halves">
      <div><h3>The next check-ins</h3>${
        nextAt.length > 0
          ? html`<ol class="plain">${nextAt.map(one => html`<li>${renderClock(one, reader)} <span class="quiet">${renderWhen(one, reader)}</span></li>`)}</ol><p class="quiet">If each is answered well and nothing happens.</p>`
          : html`<p class="quiet">None is planned.</p>`
      }</div>
      <div><h3>Why they come as they come</h3>${why.map(text => html`<p>${renderText(text, reader)}</p>`)}</div>
    </div>
    ${maySet && renderDial(transition, here)}</section>`;
}

/** The manager's dial: what would come of it is shown before it is done. */
function renderDial(transition: Transition, here: string): Html {
  return html`<form class="dial" method="get" action="${here}/cadence"><input type="hidden" name="transition" value="${transition.key}">
      <label>Ask them <select name="rung">${rungs.map(rung => html`<option value="${rung}">${rungWords(rung)}</option>`)}</select></label> <button>Show what would come</button></form>`;
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

function renderPromises({ promises }: CustomerLook, reader: Reader): Html {
  return html`<section class="card" aria-labelledby="owed"><h2 id="owed">What we owe them</h2>${
    promises.length === 0
      ? html`<p class="quiet">Nothing is promised.</p>`
      : html`<ul class="plain">${promises.map(({ text, promisedFor, visibility, state }) => html`<li>${text} <span class="quiet">${state === 'missed' ? 'missed, was due' : 'due'} ${renderWhen(promisedFor, reader)}${visibility === 'internal' && ', only we know'}</span></li>`)}</ul>`
  }</section>`;
}

function renderPeople({ people, customer }: CustomerLook): Html {
  return html`<section class="card" aria-labelledby="people"><h2 id="people">Their people</h2>${
    people.length === 0
      ? html`<p class="quiet">Nobody is known yet.</p>`
      : html`<ul class="plain">${people.map(({ id, name, timeZone }) => html`<li>${name} <span class="quiet">${id === customer.leaderId && 'leads, '}${timeZone}</span></li>`)}</ul>`
  }</section>`;
}

function renderTimeline(look: CustomerLook, { person, now, csrf }: Viewer): Html {
  const { customer, facts, wish } = look;
  const reader = { timeZone: person.timeZone, now };
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const last = facts.at(-1);
  const older = new URLSearchParams({
    ...(wish.isShared && { show: 'shared' }),
    before: last?.event.at.toISOString() ?? '',
  });
  return html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>
    ${look.mayTell && renderTell(here, csrf)}
    <nav class="wish" aria-label="Which facts"><a href="${here}#timeline" ${!wish.isShared && html`aria-current="true"`}>Everything</a><a href="${here}?show=shared#timeline" ${wish.isShared && html`aria-current="true"`}>What they can read</a></nav>
    <div data-live="facts">${
      facts.length === 0
        ? html`<p class="empty">Nothing has been written down${wish.before ? ' before that' : ' yet'}.</p>`
        : html`<ol class="facts">${facts.map(fact => renderFact(fact, reader))}</ol>`
    }</div>
    ${facts.length >= factsAtOnce && html`<p><a href="${here}?${older.toString()}#timeline">Older ones</a></p>`}
  </section>`;
}

function renderFact({ event, authorName }: ShownFact, reader: Reader): Html {
  const isTheirs = event.visibility === 'shared';
  return html`<li data-row class="${isTheirs ? 'shared' : 'internal'}"><span class="quiet">${renderWhen(event.at, reader)}</span><p>${event.text}</p><span class="quiet">${authorName}${authorName && ' · '}${isTheirs ? 'they can read it' : 'only we know'}</span></li>`;
}

function renderTell(here: string, csrf: string): Html {
  return html`<form class="tell" method="post" action="${here}/tell">${csrfField(csrf)}
    <label for="text">Write down what happened</label><textarea id="text" name="text" rows="2" maxlength="2000" required></textarea>
    <p><button name="audience" value="internal">For us alone</button> <button name="audience" value="shared">Publish to them</button></p></form>`;
}
