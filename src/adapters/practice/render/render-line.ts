import { clockText, type Reader } from '../../../delivery/plain-text.ts';
import { inZone } from '../../../shared/time.ts';
import { type Html, html, lines } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { RoomLine, RoomSeat } from '../room/seat.ts';

/** Where the forms of a page send things, and what makes them ours. */
export interface FormParts {
  readonly csrf: string;
  /** The address to come back to. */
  readonly back: string;
}

/** The lines of a seat, a separator before each new day of its sitter. */
export function renderLines(seat: RoomSeat, form: FormParts): Html[] {
  const { timeZone } = seat.sitter;
  let lastDay = '';
  return seat.lines.flatMap(line => {
    const local = inZone(line.at, timeZone).setLocale('en-GB');
    const day = local.toISODate() ?? '';
    const parts = [renderLine(line, seat, form)];
    if (day !== lastDay)
      parts.unshift(
        html`<li class="day" data-key="day-${day}" data-rev="1"><time datetime="${day}">${local.toFormat('cccc d LLLL')}</time></li>`,
      );
    lastDay = day;
    return parts;
  });
}

function renderLine(line: RoomLine, seat: RoomSeat, form: FormParts): Html {
  switch (line.kind) {
    case 'message':
      return renderMessage(line, seat, form);
    case 'words':
      return renderWords(line, seat);
    case 'press':
      return html`<li class="press" data-key="${line.id}" data-rev="1">
        <span>${line.by?.id === seat.sitter.id ? 'You' : (line.by?.name ?? 'Somebody')} pressed <b>${line.label}</b></span>
        ${clock(line.at, seat)}</li>`;
  }
}

const viaWords: Readonly<Record<string, string>> = {
  sms: 'text message',
  voice: 'phone call',
  email: 'e-mail',
  webhook: 'webhook',
};

function renderMessage(
  line: Extract<RoomLine, { kind: 'message' }>,
  seat: RoomSeat,
  form: FormParts,
): Html {
  const reader: Reader = { timeZone: seat.sitter.timeZone, now: line.writtenAt };
  const via = viaWords[line.via];
  return html`<li class="line bot ${line.card.name}" data-key="${line.id}" data-rev="${line.revision}">
    <span class="avatar handrail" aria-hidden="true">H</span>
    <div class="said">
      <p class="by"><b>Handrail</b>${clock(line.at, seat)}
        ${via && html`<span class="tag via">${via}</span>`}
        ${line.isRepeat && html`<span class="tag">repeat</span>`}
        ${line.inReplyTo && html`<span class="tag">in a thread</span>`}
        ${line.revision > 1 && html`<span class="tag">edited</span>`}</p>
      ${
        via
          ? renderCopy(line, reader)
          : html`<div class="card">${renderCard(line.card, reader)}</div>${renderActions(line, seat, form)}`
      }
    </div></li>`;
}

/** A copy that went to a telephone or mailbox, where there are no buttons: its first line, and the rest on demand. */
function renderCopy({ card }: Extract<RoomLine, { kind: 'message' }>, reader: Reader): Html {
  const first = card.heading ?? card.body[0];
  return html`<details class="copy"><summary>${first && renderText(first, reader)}</summary>
    <div class="card">${renderCard(card, reader)}</div></details>`;
}

function renderActions(
  { id, card }: Extract<RoomLine, { kind: 'message' }>,
  { sitter, current }: RoomSeat,
  form: FormParts,
): Html | null {
  const actions = card.actions ?? [];
  if (actions.length === 0) return null;
  return html`<form class="actions" method="post" action="/practice/press" data-live-form>
    <input type="hidden" name="csrf" value="${form.csrf}">
    <input type="hidden" name="back" value="${form.back}">
    <input type="hidden" name="person" value="${sitter.id}">
    <input type="hidden" name="conversation" value="${current.id}">
    <input type="hidden" name="message" value="${id}">
    ${actions.map(
      (action, index) =>
        html`<button name="action" value="${index}" class="${action.style ?? 'plain'}">${action.label}</button>`,
    )}</form>`;
}

function renderWords(
  { id, at, by, text }: Extract<RoomLine, { kind: 'words' }>,
  seat: RoomSeat,
): Html {
  const isOwn = by?.id === seat.sitter.id;
  return html`<li class="line person ${by?.side ?? 'unknown'} ${isOwn && 'own'}" data-key="${id}" data-rev="1">
    ${renderAvatar(by?.name ?? '?')}
    <div class="said">
      <p class="by"><b>${isOwn ? 'You' : (by?.name ?? 'Somebody')}</b>${clock(at, seat)}</p>
      <p class="words">${lines(text)}</p>
    </div></li>`;
}

/** A person's initials on a colour of their own. Said by the name beside it, so it is hidden from screen readers. */
export function renderAvatar(name: string): Html {
  const initials = name
    .split(/\s+/)
    .flatMap(word => Array.from(word).slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const colour =
    Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;
  return html`<span class="avatar c${colour}" aria-hidden="true">${initials}</span>`;
}

function clock(at: Date, { sitter }: RoomSeat): Html {
  const text = clockText(at, 'clock', { timeZone: sitter.timeZone, now: at });
  return html`<time datetime="${at.toISOString()}">${text}</time>`;
}
