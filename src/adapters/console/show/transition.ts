import { since } from '../../../shared/time.ts';
import { agreedPlan, type Milestone } from '../../../transitions/milestone.ts';
import { type Html, html } from '../../markup/html.ts';
import type { TransitionLook } from '../look/find-transition-look.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { lengthWords, type Reader, renderClock } from './moment.ts';
import { expectedOf, renderWindowChart } from './window-chart.ts';
import { phaseWords, stepWords } from './words.ts';

/** One transition: its window as a chart of plan against what happened, and the same as a table. */
export function renderTransition(look: TransitionLook, { now }: Viewer): Sheet {
  const { customer, transition, milestones } = look;
  const reader = { timeZone: customer.timeZone, now };
  const window = { from: transition.windowFrom, until: transition.windowUntil };
  const main = html`<p class="crumb"><a href="/console/customers/${encodeURIComponent(customer.id)}">${customer.name}</a></p>
    <h1>${transition.name} <b class="tag ${transition.phase}">${phaseWords[transition.phase]}</b></h1>
    <p class="quiet">Window ${renderClock(window.from, reader)} until ${renderClock(window.until, reader)}, on their clock, ${customer.timeZone}.</p>
    <div data-live="plan">${
      milestones.length === 0
        ? html`<p class="empty">This transition has no steps. Write them into its plan in the setup file.</p>`
        : html`${renderWindowChart({ milestones, window, timeZone: customer.timeZone, now })}${renderTable(look, reader)}`
    }</div>`;
  return { section: 'portfolio', title: `${transition.name}, ${customer.name}`, main };
}

function renderTable({ milestones, names }: TransitionLook, reader: Reader): Html {
  return html`<div class="wide" tabindex="0" role="group" aria-label="The steps as a table"><table class="steps"><caption class="hidden">Steps of the window, planned and actual</caption>
    <thead><tr><th scope="col">Step</th><th scope="col">State</th><th scope="col">Planned</th><th scope="col">Actual</th><th scope="col">Against the plan</th><th scope="col">Whose</th></tr></thead>
    <tbody>${milestones.map(step => renderLine(step, names, reader))}</tbody></table></div>`;
}

function renderLine(step: Milestone, names: TransitionLook['names'], reader: Reader): Html {
  const { name, state, owner } = step;
  const plan = agreedPlan(step);
  return html`<tr data-row><th scope="row">${name}</th><td><b class="tag ${state}">${stepWords[state]}</b></td>
    <td>${renderClock(plan.from, reader)}–${renderClock(plan.until, reader)}</td>
    <td>${renderActual(step, reader)}</td>
    <td>${againstWords(step)}</td><td>${owner ? (names.get(owner.personId) ?? owner.personId) : ''}</td></tr>`;
}

function renderActual(step: Milestone, reader: Reader): Html {
  const { startedAt, endedAt } = step;
  if (!startedAt)
    return endedAt
      ? html`ended ${renderClock(endedAt, reader)}`
      : html`<span class="quiet">not begun</span>`;
  const expected = expectedOf(step, reader.now);
  return html`${renderClock(startedAt, reader)}${endedAt && html`–${renderClock(endedAt, reader)}`}${expected && html` <span class="quiet">probably until</span> ${renderClock(expected.until, reader)}`}`;
}

/** "20 min late", "as planned": by the end, or by the start while it runs. */
function againstWords(step: Milestone): string {
  const { startedAt, endedAt } = step;
  const plan = agreedPlan(step);
  const off = endedAt ? since(plan.until, endedAt) : startedAt ? since(plan.from, startedAt) : null;
  if (off === null) return '';
  if (Math.abs(off) < 5 * 60_000) return 'as planned';
  return `${lengthWords(Math.abs(off))} ${off > 0 ? 'late' : 'early'}`;
}
