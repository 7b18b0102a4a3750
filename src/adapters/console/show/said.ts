import type { Card } from '../../../delivery/card.ts';
import { html } from '../../markup/html.ts';
import { renderCard } from '../../markup/render-card.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';

/** What Handrail answered to something that was said here. */
export function renderSaid(answers: readonly Card[], { person, now }: Viewer): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const hasButtons = answers.some(({ actions = [] }) => actions.length > 0);
  const main = html`<h1>Handrail says</h1>
    <div data-live="answers">${answers.map(card => html`<section class="card answer said">${renderCard(card, reader)}</section>`)}
    ${answers.length === 0 && html`<p class="empty">There is nothing to read here. If Handrail answered, it did so in chat.</p>`}
    ${hasButtons && html`<p class="quiet">It stands in your chat as well, and its buttons are there.</p>`}</div>`;
  return { section: 'portfolio', title: 'Handrail says', main };
}
