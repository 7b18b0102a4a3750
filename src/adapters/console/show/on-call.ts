import type { Reachability } from '../../../readiness/readiness.ts';
import { reachabilityWords } from '../../../readiness/readiness-words.ts';
import { inZone } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';
import type { OnCallLook, ScheduleLook } from '../look/load-on-call.ts';
import { dutyNames } from '../look/offers.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { type DutyStretch, renderDutyChart } from './duty-chart.ts';
import { csrfField } from './frame.ts';
import { renderClock } from './moment.ts';
import { renderOffers } from './offers.ts';

/** Who is called when, where nobody is, whom nothing would wake, and who carried how much. */
export function renderOnCall(look: OnCallLook, viewer: Viewer): Sheet {
  const main = html`<h1>On call</h1>
    <div data-live="duty">${
      look.schedules.length === 0
        ? html`<p class="empty">There is no schedule yet. Write one under “schedules” of the setup.</p>`
        : look.schedules.map(schedule => renderSchedule(schedule, look, viewer))
    }
    ${renderReach(look)}
    ${renderLoads(look)}</div>
    ${look.schedules.length > 0 && renderSwap(look, viewer)}
    <section class="card" aria-labelledby="you"><h2 id="you">You</h2>${renderOffers(dutyNames, { here: '/console', csrf: viewer.csrf })}</section>`;
  return { section: 'onCall', title: 'On call', main };
}

function renderSchedule(
  schedule: ScheduleLook,
  { names, reach }: OnCallLook,
  { person, now, csrf }: Viewer,
): Html {
  const { id, nowId, until, shifts, gaps, end, layers, overrides, timeZone } = schedule;
  const reader = { timeZone: person.timeZone, now };
  const nameOf = (personId: string) => names.get(personId) ?? personId;
  const unreached = new Set(reach.filter(one => one.state !== 'ready').map(one => one.id));
  const lines: DutyStretch[] = [
    ...shifts.map(one => ({
      ...one,
      name: nameOf(one.personId),
      isInstead: overrides.some(other => isWithin(other, one)),
      isAsleep: unreached.has(one.personId),
    })),
    ...gaps.map(one => ({ ...one, name: null, isInstead: false, isAsleep: false })),
  ].toSorted((a, b) => a.from.getTime() - b.from.getTime());
  return html`<section class="card" aria-labelledby="s-${id}"><h2 id="s-${id}">${id}</h2>
    <p>${nowId ? html`<b>${nameOf(nowId)}</b> is on call${until && html` until ${renderClock(until, reader)}`}.` : html`<b class="tag open">Nobody is on call</b>`} <span class="quiet">${layers.join('; ')}</span></p>
    ${renderDutyChart(lines, reader)}
    ${renderLegend(lines)}
    <details class="data"><summary>The same as a table</summary><div class="wide" tabindex="0" role="group" aria-label="Shifts of ${id}"><table><caption class="hidden">The next two weeks of ${id}</caption><thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">Who</th><th scope="col">To know</th></tr></thead>
    <tbody>${lines.map(one => html`<tr data-row><td>${+one.from === +now ? 'now' : renderClock(one.from, reader)}</td><td>${+one.until === +end ? 'goes on' : renderClock(one.until, reader)}</td><td>${one.name ?? html`<b class="tag open">Nobody</b>`}</td><td>${noteOf(one)}</td></tr>`)}</tbody></table></div></details>
    ${overrides.length > 0 && html`<h3>Exceptions</h3><ul class="plain owed">${overrides.map(one => html`<li><div>${nameOf(one.personId)} <span class="quiet">from</span> ${renderClock(one.from, reader)} <span class="quiet">until</span> ${renderClock(one.until, reader)}</div><form method="post" action="/console/on-call/swap/end">${csrfField(csrf)}<input type="hidden" name="schedule" value="${id}"><input type="hidden" name="person" value="${one.personId}"><input type="hidden" name="from" value="${one.from.toISOString()}"><input type="hidden" name="until" value="${one.until.toISOString()}"><button>Take it back</button></form></li>`)}</ul>`}
    <p class="quiet">Two weeks ahead, on your clock. Hand-overs follow ${timeZone}.</p>
    <form method="post" action="/console/command">${csrfField(csrf)}<input type="hidden" name="name" value="shifts"><input type="hidden" name="rest" value="${id}"><button>As a calendar</button></form></section>`;
}

/** The shift of an exception: its person's, in its time. */
function isWithin(
  { personId, from, until }: ScheduleLook['overrides'][number],
  shift: ScheduleLook['shifts'][number],
): boolean {
  return shift.personId === personId && shift.from < until && shift.until > from;
}

/** What the marks of the drawing mean, those that are in it. */
function renderLegend(lines: readonly DutyStretch[]): Html | null {
  const marks = [
    lines.some(one => one.isInstead) &&
      html`<span><i class="as-instead"></i> instead of whose turn it is</span>`,
    lines.some(one => one.isAsleep) && html`<span>⚠ nothing wakes them</span>`,
    lines.some(one => one.name === null) && html`<span><i class="as-nobody"></i> nobody</span>`,
  ].filter(one => one !== false);
  return marks.length === 0 ? null : html`<p class="legend" aria-hidden="true">${marks}</p>`;
}

function noteOf({ isInstead, isAsleep }: DutyStretch): string {
  const notes = [isInstead && 'instead of whose turn it is', isAsleep && 'nothing wakes them'];
  return notes.filter(one => one !== false).join(', ');
}

/** Somebody else is called for a while; the people concerned are told in chat, as with `swap`. */
function renderSwap({ schedules, reach }: OnCallLook, { person, csrf, now }: Viewer): Html {
  const next = inZone(now, person.timeZone).startOf('hour').plus({ hours: 1 });
  const field = (at: typeof next) => at.toFormat("yyyy-MM-dd'T'HH:mm");
  return html`<section class="card" aria-labelledby="swap"><h2 id="swap">Somebody else for a while</h2>
    <form class="swap" method="post" action="/console/on-call/swap">${csrfField(csrf)}
      <label>Schedule <select name="schedule">${schedules.map(({ id }) => html`<option>${id}</option>`)}</select></label>
      <label>Who <select name="person">${reach.map(({ id, name }) => html`<option value="${id}" ${id === person.id && html`selected`}>${name}</option>`)}</select></label>
      <label>From <input type="datetime-local" name="from" required value="${field(next)}"></label>
      <label>Until <input type="datetime-local" name="until" required value="${field(next.plus({ hours: 12 }))}"></label>
      <button>Put them on call</button></form>
    <p class="quiet">On your clock, ${person.timeZone}. It can be taken back.</p></section>`;
}

function renderReach({ reach }: OnCallLook): Html {
  const lacking = reach.filter(({ state }) => state !== 'ready');
  return html`<section class="card" aria-labelledby="reach"><h2 id="reach">Who can be reached</h2>
    <p>${reach.length - lacking.length} of ${reach.length} who may be called can be reached at the hours they serve.</p>
    ${lacking.length > 0 && html`<ul class="plain">${namesByState(lacking).map(([state, names]) => html`<li><b>${names.slice(0, mostNames).join(', ')}</b>${names.length > mostNames && ` and ${names.length - mostNames} more`} ${reachabilityWords(state)}.</li>`)}</ul>`}</section>`;
}

/** More names than these nobody reads in one sentence. */
const mostNames = 20;

/** Whoever is in the same way out of reach stands together. */
function namesByState(people: OnCallLook['reach']) {
  const names = new Map<Reachability, string[]>();
  for (const { state, name } of people) names.set(state, [...(names.get(state) ?? []), name]);
  return [...names];
}

function renderLoads({ loads }: OnCallLook): Html | null {
  if (loads.length === 0) return null;
  const hours = (value: number) => String(Math.round(value));
  return html`<section class="card" aria-labelledby="load"><h2 id="load">Who carried how much</h2><div class="wide" tabindex="0" role="group" aria-label="Load per person"><table><caption class="hidden">On call in the last four weeks, a line a person</caption>
    <thead><tr><th scope="col">Who</th><th scope="col">Hours</th><th scope="col">Nights</th><th scope="col">Weekend hours</th><th scope="col">Calls</th><th scope="col">at night</th></tr></thead>
    <tbody>${loads.map(one => html`<tr data-row><th scope="row">${one.name}</th><td>${hours(one.hours)}</td><td>${one.nights}</td><td>${hours(one.weekendHours)}</td><td>${one.calls}</td><td>${one.nightCalls}</td></tr>`)}</tbody></table></div>
    <p class="quiet">The last four weeks, each on their own clock.</p></section>`;
}
