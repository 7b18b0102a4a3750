import { html } from '../../markup/html.ts';
import type { ReviewsLook } from '../look/load-reviews.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { type Reader, renderFully } from './moment.ts';

/** Every review of a customer, with where it stands. */
export function renderReviews({ customer, reviews }: ReviewsLook, { now }: Viewer): Sheet {
  const reader = { timeZone: customer.timeZone, now };
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const main = html`<p class="crumb"><a href="${here}">${customer.name}</a></p>
    <h1>${customer.name}: how the quarters went</h1>
    <p class="quiet">Each is drafted from facts as its quarter ends, and nothing goes to them before somebody publishes it. On their clock, ${customer.timeZone}.</p>
    <ul class="plain">${reviews.map(one => html`<li data-row><a href="${here}/reviews/${one.key}">${one.name}${one.isSoFar && ', so far'}</a> <span class="quiet">${standingText(one, reader)}</span></li>`)}</ul>`;
  return { section: 'portfolio', title: `${customer.name}, quarters`, main };
}

function standingText(one: ReviewsLook['reviews'][number], reader: Reader) {
  switch (one.standing) {
    case 'running':
      return html`runs until ${renderFully(one.until, reader)}`;
    case 'drafted':
      return html`a draft; it is not published`;
    case 'skipped':
      return html`no fact tells of it`;
    case 'published':
      return html`published${one.publishedAt && html` ${renderFully(one.publishedAt, reader)}`}${one.publishedBy && html` by ${one.publishedBy}`}`;
  }
}
