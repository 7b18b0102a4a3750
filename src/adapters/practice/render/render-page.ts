import { day, inZone, plus, since } from '../../../shared/time.ts';
import { Html, html } from '../../markup/html.ts';
import { addressOf, type RoomChoice } from '../room/choice.ts';
import type { GuideStep } from '../room/guide.ts';
import type { Room } from '../room/load-room.ts';
import { type SeatName, seatNames } from '../room/seat.ts';
import type { FormParts } from './render-line.ts';
import { cityOf, renderSeat, seatTitles } from './render-seat.ts';
import { renderPortfolio, renderStrip } from './render-strip.ts';

/** The whole practice room as one document. */
export function renderPage(room: Room, csrf: string): string {
  const form: FormParts = { csrf, back: addressOf(room.choice) };
  const page = html`${new Html('<!doctype html>')}
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="csrf" content="${csrf}">
  <title>${room.customer.name} · Handrail practice room</title>
  <link rel="icon" href="/practice/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/practice/assets/room.css">
  <link rel="stylesheet" href="/practice/assets/chat.css">
  <script type="module" src="/practice/assets/room.js"></script>
</head>
<body data-seat="${room.choice.seat}" data-now="${room.now.toISOString()}">
  <a class="skip" href="#seats">Skip to the conversations</a>
  ${renderTop(room, form)}
  ${renderGuide(room, form)}
  <section class="strip" aria-label="Where ${room.customer.name} stands" data-live="strip">${renderStrip(
    room.strip,
    {
      timeZone: room.customer.timeZone,
      now: room.now,
    },
  )}</section>
  ${renderTabs(room.choice)}
  <main id="seats" tabindex="-1" aria-label="Three screens">${room.seats.map(seat =>
    renderSeat(seat, {
      choice: room.choice,
      form,
      now: room.now,
      above: seat.name === 'manager' ? renderPortfolio(room.portfolio, room.choice) : null,
    }),
  )}</main>
  <p class="visually-hidden" role="status" id="status"></p>
</body>
</html>
`;
  return page.markup;
}

function renderTop(room: Room, form: FormParts): Html {
  const { customers, customer, choice } = room;
  const nobody = { customer: null, advocate: null, manager: null };
  return html`<header class="top">
    <h1><img src="/practice/assets/icon.svg" alt="" width="28" height="28"> Handrail <small>practice room</small></h1>
    <nav class="customers" aria-label="Customers">${customers.map(
      ({ id, name }) =>
        html`<a href="${addressOf({ ...choice, customer: id, sitters: nobody, views: nobody })}" ${id === customer.id && html`aria-current="page"`}>${name}</a>`,
    )}</nav>
    <section class="clock" aria-label="Practice clock">
      <p class="times" data-live="clock">${renderClocks(room)}</p>
      ${renderForward(room, form)}
    </section>
  </header>`;
}

function renderClocks({ now, customer, seats }: Room): Html[] {
  const advocate = seats.find(({ name }) => name === 'advocate')?.sitter.timeZone;
  const zones = [...new Set([customer.timeZone, ...(advocate ? [advocate] : [])])];
  return zones.map((zone, index) => {
    const local = inZone(now, zone).setLocale('en-GB');
    const format = index === 0 ? 'ccc d LLL HH:mm' : 'ccc HH:mm';
    return html`<span><time class="tick" data-zone="${zone}" ${index === 0 && html`data-long`} datetime="${now.toISOString()}">${local.toFormat(format)}</time> <small>${cityOf(zone)}</small></span>`;
  });
}

function renderForward(room: Room, form: FormParts): Html {
  const { strip, now, customer } = room;
  const windowFrom = strip?.transition.windowFrom;
  const isFar = windowFrom !== undefined && since(now, windowFrom) > day;
  return html`<form class="forward" method="post" action="/practice/clock" data-live-form aria-label="Move the practice clock">
    <input type="hidden" name="csrf" value="${form.csrf}">
    <input type="hidden" name="back" value="${form.back}">
    <input type="hidden" name="customer" value="${customer.id}">
    <button name="by" value="15m">+15 min</button>
    <button name="by" value="1h">+1 hour</button>
    <button name="by" value="1d">+1 day</button>
    <button name="by" value="next" class="primary">To the next thing that happens</button>
    <span data-live="crew">${renderCrew(room)}</span>
    <span data-live="jump">${
      isFar &&
      html`<button name="by" value="window">To ${inZone(plus(windowFrom, 0), customer.timeZone).setLocale('en-GB').toFormat('d LLL')}, when it begins</button>`
    }</span>
    <details class="again"><summary>Start over</summary>
      <div><p>Everything said here is forgotten, and the clock goes back.</p><button name="by" value="again" class="danger">Yes, start over</button></div></details>
  </form>`;
}

/** Whether the steps of the plan report themselves in time; off, nobody does unless you do. */
function renderCrew({ isCrewOn }: Room): Html {
  return html`<button name="by" value="${isCrewOn ? 'crew-off' : 'crew-on'}" class="crew" aria-pressed="${String(isCrewOn)}" title="On: each step of the plan starts and ends in time by itself, unless you report it late. Off: you report every step.">Work to plan</button>`;
}

function renderTabs(choice: RoomChoice): Html {
  return html`<nav class="tabs" aria-label="Screens">${seatNames.map(
    name =>
      html`<a href="${addressOf(choice, { seat: name })}" data-seat="${name}" ${name === choice.seat && html`aria-current="true"`}>${name === 'advocate' ? html`Advocate<span class="wide"> and on call</span>` : seatTitles[name]}</a>`,
  )}</nav>`;
}

function renderGuide({ guide, seats, vendorName, customer }: Room, form: FormParts): Html {
  const done = guide.filter(({ isDone }) => isDone).length;
  const first = (name: SeatName) => seats.find(one => one.name === name)?.sitter.name.split(' ')[0];
  return html`<details class="guide" id="guide" open>
    <summary><span class="intro">New here? Three people's screens: ${first('customer')} at ${customer.name}, ${first('advocate')} and ${first('manager')} at ${vendorName}. Write as any of them.</span> <b>What to try</b> <span class="count" data-live="count">${done} of ${guide.length} done</span></summary>
    <ol data-live="guide">${guide.map(step => renderStep(step, seats, form))}</ol>
  </details>`;
}

function renderStep(step: GuideStep, seats: Room['seats'], form: FormParts): Html {
  const { title, hint, isDone, press } = step;
  return html`<li class="${isDone && 'done'}"><p><b>${title}</b>${isDone && html` <span class="tick-mark">done</span>`}<br>${hint}</p>
    ${press.kind === 'forward' ? renderMove(press, form) : renderSaid(press, seats, form)}</li>`;
}

function renderMove(
  press: Extract<GuideStep['press'], { kind: 'forward' }>,
  form: FormParts,
): Html {
  return html`<form method="post" action="/practice/clock" data-live-form>${hidden(form)}
    <button name="by" value="${press.by}">${press.label}</button></form>`;
}

function renderSaid(
  press: Extract<GuideStep['press'], { kind: 'say' }>,
  seats: Room['seats'],
  form: FormParts,
): Html | null {
  const seat = seats.find(({ name }) => name === press.seat);
  const conversation = seat?.conversations[0];
  if (!seat || !conversation) return null;
  return html`<form method="post" action="/practice/say" data-live-form>${hidden(form)}
    <input type="hidden" name="person" value="${seat.sitter.id}">
    <input type="hidden" name="conversation" value="${conversation.id}">
    <input type="hidden" name="addressed" value="yes">
    <button name="suggested" value="${press.text}">${press.label}</button></form>`;
}

function hidden({ csrf, back }: FormParts): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="back" value="${back}">`;
}
