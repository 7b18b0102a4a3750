import { type Rung, rungs, rungWords } from '../../../check-ins/cadence/cadence.ts';
import type { Customer } from '../../../customers/customer.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { Rhythm } from '../look/load-rhythm.ts';
import { renderConfidence } from './confidence.ts';
import { renderCourse } from './course.ts';
import { type Reader, renderClock, renderWhen } from './moment.ts';
import { phaseWords } from './words.ts';

/** How sure we may be about one transition, what moved that, and when they are asked next and why then. */
export function renderRhythm(
  rhythm: Rhythm,
  { customer, maySet }: { readonly customer: Customer; readonly maySet: boolean },
  reader: Reader,
): Html {
  const { transition, confidence, reasons, course, next, why, rung } = rhythm;
  const { key, name, phase } = transition;
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  return html`<section class="card" aria-labelledby="t-${key}"><h2 id="t-${key}"><a href="${here}/transitions/${encodeURIComponent(key)}">${name}</a> <b class="tag ${phase}">${phaseWords[phase]}</b></h2>
    <div data-live="rhythm-${key}"><p>${renderConfidence(confidence)} <span class="quiet">${reasons.join(' · ')}</span></p>
    ${renderCourse(course, reader)}
    <div class="halves">
      <div><h3>The next check-ins</h3>${
        next.length > 0
          ? html`<ol class="plain next">${next.map(one => html`<li>${renderClock(one.at, reader)} <span class="quiet">${renderWhen(one.at, reader)}</span><span class="quiet because">${one.why}</span></li>`)}</ol><p class="quiet">If each is answered well and nothing happens.</p>`
          : html`<p class="quiet">None is planned.</p>`
      }</div>
      <div><h3>Why they come as they come</h3>${why.map(text => html`<p>${renderText(text, reader)}</p>`)}</div>
    </div></div>
    ${maySet && renderDial(key, here, rung)}</section>`;
}

/** The manager's dial: what would come of it is shown before it is done. */
function renderDial(key: string, here: string, now: Rung | null): Html {
  return html`<form class="dial" method="get" action="${here}/cadence"><input type="hidden" name="transition" value="${key}">
      <label>Ask them <select name="rung">${rungs.map(rung => html`<option value="${rung}" ${rung === now && html`selected`}>${rungWords(rung)}</option>`)}</select></label> <button>Show what would come</button></form>`;
}
