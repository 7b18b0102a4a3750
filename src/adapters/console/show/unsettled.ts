import { type Html, html } from '../../markup/html.ts';
import type { Unsettled } from '../look/list-unsettled.ts';
import { csrfField } from './frame.ts';

/** Customers a place may be of. */
type Named = readonly { readonly id: string; readonly name: string }[];

/** Places in which nothing is said, each with the form that settles it, or with what to do first. */
export function renderUnsettled(
  places: readonly Unsettled[],
  customers: Named,
  csrf: string,
): Html | null {
  if (places.length === 0) return null;
  return html`<section class="card" aria-labelledby="unsettled"><h2 id="unsettled">Places to settle <span class="count">${places.length}</span></h2><p>Nothing is said there until somebody has looked who reads it, and says so.</p>
    <ul class="plain">${places.map(place => html`<li data-row><b>${place.name}</b> <span class="quiet">${place.why} Read by ${place.readBy}${place.readers.length > 0 && ` (${place.readers.join(', ')})`}.</span>${place.isGone ? html`<br>Invite Handrail there again, or open it again; then it goes on by itself.` : renderForm(place, customers, csrf)}</li>`)}</ul></section>`;
}

function renderForm({ id, name, readers, customerId }: Unsettled, customers: Named, csrf: string) {
  return html`<form class="dial" method="post" action="/console/organisation/places">${csrfField(csrf)}<input type="hidden" name="place" value="${id}">${readers.map(one => html`<input type="hidden" name="reader" value="${one}">`)}
    <label>It is of <select name="customer" required aria-label="Whose ${name} is">${customerId === null && html`<option value="">choose</option>`}${customers.map(one => html`<option value="${one.id}" ${one.id === customerId && html`selected`}>${one.name}</option>`)}</select></label>
    <button name="audience" value="shared">They read it</button>${readers.length === 0 && html` <button name="audience" value="internal">Only we do</button>`}</form>`;
}
