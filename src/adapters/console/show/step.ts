import { inZone } from '../../../shared/time.ts';
import { legalMoves, type MilestoneState } from '../../../transitions/milestone.ts';
import { stepWords } from '../../drawings/step-words.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderCard } from '../../markup/render-card.ts';
import type { SlipPreview, StepLook } from '../look/find-step-look.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderClock } from './moment.ts';

/** What a button says that makes a step become this. */
const moveWords: Readonly<Record<MilestoneState, string>> = {
  planned: 'Not begun after all',
  underway: 'It has begun',
  done: 'It is done',
  late: 'It is late',
  cancelled: 'It is cancelled',
  'rolled-back': 'It was rolled back',
};

/** One step: how it stands, what may become of it, and what a new time would lead to before anybody is told. */
export function renderStep(look: StepLook, { csrf, now }: Viewer): Sheet {
  const { customer, transition, step, ownerName, preview } = look;
  const { timeZone } = customer;
  const reader = { timeZone, now };
  const plan = `/console/customers/${encodeURIComponent(customer.id)}/transitions/${encodeURIComponent(transition.key)}`;
  const here = `${plan}/steps/${encodeURIComponent(step.key)}`;
  const { state, plannedFrom, plannedUntil, startedAt } = step;
  const isLonger = startedAt !== null || plannedFrom <= now;
  const asked = preview?.to ?? (isLonger ? plannedUntil : plannedFrom);
  const main = html`<p class="crumb"><a href="${plan}">${transition.name}</a>, <a href="/console/customers/${encodeURIComponent(customer.id)}">${customer.name}</a></p>
    <h1>${step.name} <b class="tag ${state}">${stepWords[state]}</b></h1>
    <p>Planned ${renderClock(plannedFrom, reader)} until ${renderClock(plannedUntil, reader)}${startedAt && html`, begun ${renderClock(startedAt, reader)}`}${ownerName && `, ${ownerName}’s`}. <span class="quiet">On their clock, ${timeZone}.</span></p>
    <section class="card" aria-labelledby="became"><h2 id="became">What became of it</h2><div class="buttons">${legalMoves[state].map(to => html`<form method="post" action="${here}">${csrfField(csrf)}<input type="hidden" name="state" value="${to}"><button>${moveWords[to]}</button></form>`)}</div><p class="quiet">They read it at once, with the time.</p></section>
    <section class="card" aria-labelledby="moves"><h2 id="moves">${isLonger ? 'It takes longer' : 'It begins later'}</h2>
      <form class="dial" method="get" action="${here}"><label>${isLonger ? 'Until' : 'From'} <input type="datetime-local" name="to" required value="${inZone(asked, timeZone).toFormat("yyyy-MM-dd'T'HH:mm")}"></label>
      <label>Because <input name="reason" maxlength="500" autocomplete="off" value="${preview?.reason}" placeholder="they may read it"></label><button>Show what would move</button></form>
      ${preview && renderPreview(preview, { here, csrf, reader })}</section>`;
  return { section: 'portfolio', title: `${step.name}, ${customer.name}`, main };
}

function renderPreview(
  { to, reason, planned, card, placeName }: SlipPreview,
  { here, csrf, reader }: { readonly here: string; readonly csrf: string; readonly reader: Reader },
): Html {
  if (planned.outcome !== 'slipped')
    return planned.outcome === 'over'
      ? html`<p>It is over, so nothing is left to move. Say first what became of it.</p>`
      : html`<p>${renderClock(to, reader)} is no later than the plan has it, so nothing moves.</p>`;
  return html`<h3>What would move</h3><ul class="plain">${planned.moves.map(({ milestone, from, until }) => html`<li>${milestone.name} <span class="quiet">${renderClock(milestone.plannedFrom, reader)}–${renderClock(milestone.plannedUntil, reader)} →</span> ${renderClock(from, reader)}–${renderClock(until, reader)}</li>`)}</ul>
    <h3>${placeName ? `What they read in ${placeName}` : 'What they read when they ask'}</h3><div class="said answer">${card && renderCard(card, reader)}</div>
    <p class="quiet">Their advocate and your own places are told as well.</p>
    <form method="post" action="${here}">${csrfField(csrf)}<input type="hidden" name="until" value="${to.toISOString()}"><input type="hidden" name="reason" value="${reason}"><p><button class="primary">Move it and tell them</button> <a href="${here}">Leave it as it is</a></p></form>`;
}
