import { type Html, html } from '../../markup/html.ts';
import { renderCard } from '../../markup/render-card.ts';
import type { Answer } from '../look/list-answers.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';

/** What somebody said here, and what Handrail answered to it. */
export interface Talk {
  /** Their own words; null where a button was pressed, or the words are forgotten. */
  readonly words: string | null;
  readonly answers: readonly Answer[];
}

/** What was said and what Handrail answered; its buttons can be pressed where it is read, and the next thing be said. */
export function renderSaid({ words, answers }: Talk, viewer: Viewer, here: string): Sheet {
  const customerId = answers.find(({ card }) => card.customerId)?.card.customerId;
  const reader = { timeZone: viewer.person.timeZone, now: viewer.now };
  const main = html`<h1>Handrail says</h1>
    ${words && html`<p class="own"><span class="quiet">You:</span> ${words}</p>`}
    <div data-live="answers">${answers.map(answer => html`<section class="card answer said">${renderCard(answer.card, reader)}${renderButtons(answer, viewer, here)}</section>`)}
    ${answers.length === 0 && html`<p class="empty">There is nothing to read here. If Handrail answered, it did so in chat.</p>`}</div>
    <form class="tell" method="post" action="/console/say">${csrfField(viewer.csrf)}<label for="next">Say the next thing</label><input id="next" name="text" list="commands" maxlength="2000" required autocomplete="off"><p><button>Say it</button></p></form>
    <p>${customerId ? html`<a href="/console/customers/${encodeURIComponent(customerId)}">Back to the customer</a>` : html`<a href="/console">All customers</a>`}</p>`;
  return { section: null, title: 'Handrail says', main };
}

/** The buttons of a message; `back` is where one comes back to when pressing says nothing. */
export function renderButtons(
  { card, messageId }: Answer,
  { csrf }: Viewer,
  back: string,
): Html | null {
  const { actions = [] } = card;
  if (actions.length === 0) return null;
  return html`<div class="buttons">${actions.map(({ id, subject, label, style }) => html`<form method="post" action="/console/press">${csrfField(csrf)}<input type="hidden" name="message" value="${messageId}"><input type="hidden" name="action" value="${id}"><input type="hidden" name="subject" value="${subject}"><input type="hidden" name="back" value="${back}"><button ${style === 'primary' && html`class="primary"`}>${label}</button></form>`)}</div>`;
}
