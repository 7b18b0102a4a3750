import { since } from '../../../shared/time.ts';
import { agreedPlan, type Milestone } from '../../../transitions/milestone.ts';
import { stepWords } from '../../drawings/step-words.ts';
import { expectedOf } from '../../drawings/window-span.ts';
import { type Html, html } from '../../markup/html.ts';
import type { TransitionLook } from '../look/find-transition-look.ts';
import { lengthWords, type Reader, renderClock } from './moment.ts';

/** The steps of a plan, and where their names lead and whose they are, if that is known. */
export interface ShownSteps {
  readonly milestones: readonly Milestone[];
  readonly names?: TransitionLook['names'];
  /** The address before each step's own. */
  readonly stepsAt?: string;
}

/** The steps as a table, planned and actual; on a telephone a step is a paragraph. */
export function renderSteps(steps: ShownSteps, reader: Reader): Html {
  return html`<div class="wide" tabindex="0" role="group" aria-label="The steps as a table"><table class="steps"><caption class="hidden">Steps of the window, planned and actual</caption>
    <thead><tr><th scope="col">Step</th><th scope="col">State</th><th scope="col">Planned</th><th scope="col">Actual</th><th scope="col">Against the plan</th>${steps.names && html`<th scope="col">Whose</th>`}</tr></thead>
    <tbody>${steps.milestones.map(step => renderLine(step, steps, reader))}</tbody></table></div>`;
}

function renderLine(step: Milestone, { names, stepsAt }: ShownSteps, reader: Reader): Html {
  const { name, state, owner, key } = step;
  const plan = agreedPlan(step);
  const shown = stepsAt ? html`<a href="${stepsAt}/${encodeURIComponent(key)}">${name}</a>` : name;
  return html`<tr data-row><th scope="row">${shown}</th><td><b class="tag ${state}">${stepWords[state]}</b></td>
    <td>${renderClock(plan.from, reader)}–${renderClock(plan.until, reader)}</td>
    <td>${renderActual(step, reader)}</td>
    <td>${againstWords(step)}</td>${names && html`<td>${owner ? (names.get(owner.personId) ?? owner.personId) : ''}</td>`}</tr>`;
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
