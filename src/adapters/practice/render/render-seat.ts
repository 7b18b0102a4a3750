import { inZone } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';
import { addressOf, type RoomChoice, withSitter, withView } from '../room/choice.ts';
import type { RoomSeat, SeatName } from '../room/seat.ts';
import { type FormParts, renderAvatar, renderLines } from './render-line.ts';

/** What each seat is called on the page. */
export const seatTitles: Readonly<Record<SeatName, string>> = {
  customer: 'Customer',
  advocate: 'Advocate and on call',
  manager: 'Manager',
};

export interface SeatParts {
  readonly choice: RoomChoice;
  readonly form: FormParts;
  readonly now: Date;
  /** What stands between the head of the seat and its conversation. */
  readonly above?: Html | null;
}

/** One person's screen: who it is, what they can read, what was said, and where they type. */
export function renderSeat(seat: RoomSeat, { choice, form, now, above }: SeatParts): Html {
  const { name, sitter, current } = seat;
  return html`<section class="seat ${name}" id="seat-${name}" aria-labelledby="title-${name}">
    <header data-live="head-${name}">
      <div class="sitter">
        ${renderAvatar(sitter.name)}
        <div>
          <h2 id="title-${name}"><span class="kind">${seatTitles[name]}</span> ${sitter.name}</h2>
          <p class="role">${sitter.role} · ${zoneClock(now, sitter.timeZone)}</p>
        </div>
      </div>
      ${seat.sitters.length > 1 && renderSitters(seat, choice)}
      ${renderViews(seat, choice)}
    </header>
    ${above}
    <div class="log" role="log" tabindex="0" aria-label="${logLabel(seat)}" id="log-${name}">
      <ol data-lines="${name}/${sitter.id}/${current.id}">${renderLines(seat, form)}</ol>
      <p class="empty">${emptyWords(seat)}</p>
    </div>
    <button type="button" class="newer" data-newer="log-${name}" hidden>New messages</button>
    ${renderSay(seat, form)}
  </section>`;
}

function logLabel({ sitter, current }: RoomSeat): string {
  return current.kind === 'direct'
    ? `Messages between ${sitter.name} and Handrail`
    : `Messages in ${current.title}`;
}

function emptyWords({ name, current, sitter }: RoomSeat): string {
  const first = sitter.name.split(' ')[0];
  if (current.kind !== 'direct') return 'Nothing has been said here yet.';
  if (name === 'customer')
    return `Nothing between ${first} and Handrail alone. Most is said in the channel.`;
  if (name === 'manager')
    return `Nothing for ${first} yet. Ask for the portfolio, or change how often a customer is asked.`;
  return `Nothing for ${first} yet. Worries, tasks and pages arrive here.`;
}

function zoneClock(now: Date, timeZone: string): Html {
  const local = inZone(now, timeZone).setLocale('en-GB');
  return html`<time class="tick" data-zone="${timeZone}" datetime="${now.toISOString()}">${local.toFormat('ccc HH:mm')}</time> ${cityOf(timeZone)}`;
}

/** "America/New_York" as people say it: "New York". */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function renderSitters({ name, sitter, sitters }: RoomSeat, choice: RoomChoice): Html {
  return html`<nav class="sitters" aria-label="Whose screen: ${seatTitles[name]}">${sitters.map(
    one => {
      const isHere = one.id === sitter.id;
      return html`<a href="${addressOf(withSitter(choice, name, one.id))}" title="${one.name}, ${one.role}"
      data-mark="${one.id}" data-newest="${one.newest}" ${isHere && html`aria-current="true"`}>
      ${renderAvatar(one.name)}<span class="name">${one.name.split(' ')[0]}<span class="visually-hidden">, ${one.role}</span></span></a>`;
    },
  )}</nav>`;
}

function renderViews({ name, conversations, current, sitter }: RoomSeat, choice: RoomChoice): Html {
  return html`<nav class="views" aria-label="Conversations of ${sitter.name}">${conversations.map(
    one => html`<a href="${addressOf(withView(choice, name, one.id))}" class="${one.kind}"
      data-mark="${one.kind === 'direct' ? sitter.id : one.id}@${sitter.id}" data-newest="${one.newest}"
      ${one.id === current.id && html`aria-current="true"`}>${one.title}</a>`,
  )}</nav>`;
}

function renderSay(seat: RoomSeat, form: FormParts): Html {
  const { name, sitter, current, suggestions } = seat;
  return html`<form class="say" method="post" action="/practice/say" data-live-form data-say>
    <input type="hidden" name="csrf" value="${form.csrf}">
    <input type="hidden" name="back" value="${form.back}">
    <input type="hidden" name="person" value="${sitter.id}">
    <input type="hidden" name="conversation" value="${current.id}">
    <div class="suggestions" role="group" tabindex="-1" aria-label="Suggestions for ${sitter.name}" data-live="suggest-${name}">${suggestions.map(
      text => html`<button name="suggested" value="${text}" formnovalidate>${text}</button>`,
    )}</div>
    ${renderAddressed(seat)}
    <div class="box">
      <label class="visually-hidden" for="text-${name}">Message as ${sitter.name}</label>
      <textarea id="text-${name}" name="text" rows="1" maxlength="4000" required
        placeholder="${placeholder(seat)}" enterkeyhint="send" autocomplete="off"></textarea>
      <button class="send primary" aria-label="Send as ${sitter.name}">Send</button>
    </div>
  </form>`;
}

/** In a place one may speak to the others as well: the vendor's people mostly do, the customer mostly asks. */
function renderAddressed({ sitter, current }: RoomSeat): Html {
  if (current.kind === 'direct') return html`<input type="hidden" name="addressed" value="yes">`;
  const isAsking = sitter.side !== 'vendor' || current.kind === 'internal';
  return html`<label class="addressed" title="Unticked, it is said among people and Handrail only listens"><input type="checkbox" name="addressed" value="yes" ${isAsking && html`checked`}> to Handrail</label>`;
}

function placeholder({ sitter, current }: RoomSeat): string {
  const name = sitter.name.split(' ')[0];
  if (current.kind === 'direct') return `${name} to Handrail`;
  if (current.kind === 'internal') return `${name} to the vendor's team`;
  return sitter.side === 'vendor' ? `${name}, where the customer reads` : `${name} in the channel`;
}
