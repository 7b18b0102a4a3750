import { renderWindowChart } from '../../drawings/window-chart.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { TransitionLook } from '../look/find-transition-look.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderFully } from './moment.ts';
import { renderSteps } from './steps.ts';
import { phaseWords } from './words.ts';

/** One transition: its window as a chart of plan against what happened, the same as a table, and whether it is prepared. */
export function renderTransition(look: TransitionLook, viewer: Viewer): Sheet {
  const { customer, transition, milestones } = look;
  const { timeZone, id, name } = customer;
  const reader = { timeZone, now: viewer.now };
  const window = { from: transition.windowFrom, until: transition.windowUntil };
  const home = `/console/customers/${encodeURIComponent(id)}`;
  const here = `${home}/transitions/${encodeURIComponent(transition.key)}`;
  const stepsAt = `${here}/steps`;
  const main = html`<p class="crumb"><a href="${home}">${name}</a></p>
    <h1>${transition.name} <b class="tag ${transition.phase}">${phaseWords[transition.phase]}</b></h1>
    <p class="quiet">Window ${renderFully(window.from, reader)} until ${renderFully(window.until, reader)}, on their clock, ${timeZone}. <a href="${here}/report">How it went</a> · <a href="${here}/rehearsal">Rehearse it</a></p>
    ${transition.heldReason && html`<p class="calling">It is held: ${transition.heldReason}</p>`}
    <div data-live="plan">${
      milestones.length === 0
        ? html`<p class="empty">This transition has no steps. Write them into its plan in the setup file.</p>`
        : html`${renderWindowChart({ milestones, window, timeZone, now: viewer.now, stepsAt })}${renderSteps({ ...look, stepsAt }, reader)}
      <p class="quiet">A step’s name leads to what can be done with it. <span class="roomy">Drag its outline to another time and see what would move.</span></p>`
    }</div>
    <div class="halves" data-live="prepared">${renderReadiness(look, reader)}${renderDrill(look, viewer, here)}</div>`;
  return { section: 'portfolio', title: `${transition.name}, ${name}`, main };
}

function renderReadiness({ readiness }: TransitionLook, reader: Reader): Html {
  return html`<section class="card" aria-labelledby="ready"><h2 id="ready">Who would be woken in the window</h2>${
    readiness.length === 0
      ? html`<p class="quiet">The window is over.</p>`
      : html`<ul class="plain">${readiness.map(text => html`<li>${renderText(text, reader)}</li>`)}</ul>`
  }</section>`;
}

function renderDrill(
  { drill, customer }: TransitionLook,
  { person, now, csrf }: Viewer,
  here: string,
): Html {
  const maySign = drill?.isUnsigned && person.id === customer.managerId;
  return html`<section class="card" aria-labelledby="drill"><h2 id="drill">The drill</h2>${
    drill
      ? html`<div class="said">${renderCard(drill.card, { timeZone: person.timeZone, now })}</div>`
      : html`<p class="quiet">Nobody has practised being called for this window.</p>`
  }<div class="buttons">${maySign && html`<form method="post" action="${here}/drills/${encodeURIComponent(drill.id)}/sign">${csrfField(csrf)}<button class="primary">Sign it</button></form>`}<form method="post" action="/console/customers/${encodeURIComponent(customer.id)}/command">${csrfField(csrf)}<input type="hidden" name="name" value="drill"><button>${drill ? 'Practise once more' : 'Practise a page'}</button></form></div></section>`;
}
