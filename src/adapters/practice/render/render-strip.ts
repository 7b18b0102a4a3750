import { confidenceWords } from '../../../confidence/words.ts';
import { clockText } from '../../../delivery/plain-text.ts';
import type { PortfolioRow } from '../../../situation/portfolio.ts';
import type { Milestone, MilestoneState } from '../../../transitions/milestone.ts';
import type { Phase } from '../../../transitions/transition.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderSparkline } from '../../markup/sparkline.ts';
import { addressOf, type RoomChoice } from '../room/choice.ts';
import type { Strip } from '../room/strip.ts';

const phaseWords: Readonly<Record<Phase, string>> = {
  preparing: 'Preparing',
  live: 'Live now',
  settling: 'Settling',
  steady: 'Steady',
  graduated: 'Graduated',
};

const stateWords: Readonly<Record<MilestoneState, string>> = {
  planned: 'planned',
  underway: 'underway',
  done: 'done',
  late: 'late',
  cancelled: 'cancelled',
  'rolled-back': 'rolled back',
};

export interface StripSurroundings {
  readonly timeZone: string;
  readonly now: Date;
}

/** The change of a customer at a glance: phase, confidence, steps, all on the customer's clock. */
export function renderStrip(strip: Strip | null, around: StripSurroundings): Html {
  if (!strip) return html`<p class="empty">Nothing is planned for this customer.</p>`;
  const { transition, milestones, confidence, nextCheckIn } = strip;
  const { reasons } = confidence;
  return html`<div class="change">
      <h2>${transition.name}</h2>
      <p><span class="phase ${transition.phase}">${phaseWords[transition.phase]}</span>
      <span class="next">${
        nextCheckIn
          ? html`next check-in ${clockText(nextCheckIn, 'clock', around)}`
          : 'no check-in planned'
      }</span></p>
    </div>
    <div class="confidence" title="${reasons.join('; ')}">
      <p><span class="label">Confidence</span> <b>${confidenceWords(confidence.now)}</b></p>
      ${renderSparkline(confidence.course)}
      <span class="visually-hidden">${reasons.join('; ')}</span>
    </div>
    <ol class="steps" tabindex="0" aria-label="Steps of ${transition.name}">${milestones.map(one => renderStep(one, around))}</ol>`;
}

function renderStep(
  { name, state, plannedFrom, startedAt, endedAt }: Milestone,
  around: StripSurroundings,
): Html {
  const at = endedAt ?? startedAt ?? plannedFrom;
  const isPlain = state === 'planned' || state === 'done';
  return html`<li class="step ${state}" title="${name}"><span class="dot" aria-hidden="true"></span>
    <span class="name">${name}</span>
    <span class="when"><span class="state ${isPlain && 'visually-hidden'}">${stateWords[state]}</span> ${stepClock(at, around)}</span></li>`;
}

function stepClock(at: Date, around: StripSurroundings): Html {
  return html`<time datetime="${at.toISOString()}">${clockText(at, 'clock', around)}</time>`;
}

/** All customers by risk, for the manager. */
export function renderPortfolio(rows: readonly PortfolioRow[], choice: RoomChoice): Html {
  return html`<div class="portfolio" data-live="portfolio"><h3 class="visually-hidden">All customers by risk</h3>
    <ul>${rows.map(
      row => html`<li><a href="${addressOf({ ...choice, customer: row.customerId, sitters: nobody, views: nobody })}"
        ${row.customerId === choice.customer && html`aria-current="true"`}>
        <span class="name">${row.name}</span>
        ${renderMeter(row)}
        <span class="flags">${flagsOf(row)}</span></a></li>`,
    )}</ul></div>`;
}

const nobody = { customer: null, advocate: null, manager: null };

function renderMeter({ confidence }: PortfolioRow): Html {
  if (confidence === null) return html`<span class="meter">no change planned</span>`;
  const share = Math.round(confidence * 100);
  return html`<span class="meter"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="all" width="100" height="6" rx="3"></rect><rect class="${level(confidence)}" width="${share}" height="6" rx="3"></rect></svg>
    <span><span class="visually-hidden">confidence </span>${confidenceWords(confidence)}</span></span>`;
}

function level(confidence: number): string {
  if (confidence < 0.4) return 'low';
  return confidence < 0.7 ? 'middle' : 'high';
}

function flagsOf({ untakenSince, reasons, phase }: PortfolioRow): Html {
  const [first, ...more] = reasons;
  if (!first) return html`${phase && phaseWords[phase].toLowerCase()}`;
  return html`<b class="flag ${untakenSince && 'page'}">${first}</b>${more.length > 0 && `, ${more.join(', ')}`}`;
}
