import type { Customer } from '../../../customers/customer.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Account } from '../look/load-account.ts';
import { languageName, weekdayRange } from './words.ts';

/** Who and where they are, in which language they are written to, when they work, and who looks after them. */
export function renderAccount(
  { people, places, carers, language }: Account,
  customer: Customer,
): Html {
  const { leaderId, askedId, businessHours, timeZone } = customer;
  const roles = (id: string) =>
    [id === leaderId && 'leads', id === askedId && 'is asked'].filter(one => one !== false);
  const { days, from, until, holidays } = businessHours;
  return html`<section class="card" aria-labelledby="who"><h2 id="who">Who and where they are</h2><dl class="account">
    <div><dt>Their people</dt><dd>${people.length === 0 ? html`<span class="quiet">nobody is known yet</span>` : html`<ul class="plain">${people.map(one => html`<li>${one.name} <span class="quiet">${[...roles(one.id), one.timeZone].join(', ')}</span></li>`)}</ul>`}</dd></div>
    <div><dt>With them</dt><dd><ul class="plain">${carers.map(({ role, name }) => html`<li>${name} <span class="quiet">${role}</span></li>`)}</ul></dd></div>
    <div><dt>Places</dt><dd>${places.length === 0 ? html`<span class="quiet">none yet: nothing can be said to them</span>` : html`<ul class="plain">${places.map(one => html`<li>${one.name} <span class="quiet">${one.audience === 'shared' ? 'they read it' : 'only we read it'}${one.parkedReason && `, ${one.parkedReason}`}</span></li>`)}</ul>`}</dd></div>
    <div><dt>Language</dt><dd>${language ? languageName(language) : 'English, until they write in another one'}</dd></div>
    <div><dt>Hours</dt><dd>${weekdayRange(days)}, ${from}–${until} <span class="quiet">${timeZone}</span>${holidays.length > 0 && html`<br><span class="quiet">closed ${holidays.slice(0, 8).join(', ')}${holidays.length > 8 && ' …'}</span>`}</dd></div>
  </dl></section>`;
}
