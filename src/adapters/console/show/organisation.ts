import { mediumName } from '../../../delivery/medium-name.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Change, OrganisationLook, Stuck } from '../look/load-organisation.ts';
import { vendorNames } from '../look/offers.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderWhen } from './moment.ts';
import { renderOffers } from './offers.ts';
import { renderUnsettled } from './unsettled.ts';
import { messageWords } from './words.ts';

/** The vendor itself: what waits, what did not go out, who is here, who may come in, and who changed what. */
export function renderOrganisation(look: OrganisationLook, { person, now, csrf }: Viewer): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const main = html`<h1>${look.name}</h1>
    <ul class="plain">
      ${look.maySetUp && html`<li><a href="/console/setup">Read and change the setup</a> <span class="quiet">people, customers, plans, schedules, ladders</span></li>`}
      <li><a href="/console/check">Look at the settings</a> <span class="quiet">what a page depends on, and what to mend</span></li>
      <li><a href="/console/systems">Other systems</a> <span class="quiet">which may come in, and which are told what happens</span></li>
    </ul>
    <section class="card" aria-labelledby="asked"><h2 id="asked">Over all customers</h2>${renderOffers(vendorNames, { here: '/console', csrf })}</section>
    <div data-live="organisation">
    ${renderUnsettled(look.unsettled, look.customers, csrf)}
    ${renderStuck(look, csrf, reader)}
    ${renderColleagues(look)}
    </div>
    ${renderChanges(look, reader)}`;
  return { section: 'organisation', title: 'Organisation', main };
}

function renderStuck({ stuck }: OrganisationLook, csrf: string, reader: Reader): Html {
  return html`<section class="card" aria-labelledby="stuck"><h2 id="stuck">What did not go out</h2>${
    stuck.length === 0
      ? html`<p class="quiet">Everything that was to be said was said.</p>`
      : html`<ul class="plain owed">${stuck.map(one => renderStuckOne(one, csrf, reader))}</ul>`
  }</section>`;
}

function renderStuckOne(one: Stuck, csrf: string, reader: Reader): Html {
  const { name, count, to, customerId, customerName, state, createdAt, reason, says, ids } = one;
  return html`<li data-row><div><b>${messageWords(name)}</b>${count > 1 && html` (${count})`} to ${to}${customerId && html`, about <a href="/console/customers/${encodeURIComponent(customerId)}">${customerName ?? customerId}</a>`} <span class="quiet">${state === 'parked' ? 'kept back' : 'given up'} ${renderWhen(createdAt, reader)}${reason && html`: ${reason}`}</span><br><span class="quiet">${says}</span></div>${one.isTheirs && html`<form class="buttons" method="post" action="/console/organisation/held">${csrfField(csrf)}${ids.map(id => html`<input type="hidden" name="message" value="${id}">`)}<button name="how" value="send">Send it</button><button name="how" value="drop">Drop it</button></form>`}</li>`;
}

function renderColleagues({ colleagues }: OrganisationLook): Html {
  const isSkilled = colleagues.some(({ skills }) => skills.length > 0);
  return html`<section class="card" aria-labelledby="people"><h2 id="people">People <span class="count">${colleagues.length}</span></h2>
    <div class="wide" tabindex="0" role="group" aria-label="People and how they are reached"><table><caption class="hidden">People, and how they are reached</caption><thead><tr><th scope="col">Who</th><th scope="col">Reached by</th>${isSkilled && html`<th scope="col">Knows</th>`}<th scope="col">Clock</th></tr></thead>
    <tbody>${colleagues.map(({ name, id, contact, skills, timeZone }) => html`<tr data-row><th scope="row">${name} <span class="quiet">${id}</span></th><td>${[...new Set(contact.map(({ via }) => mediumName(via)))].join(', ')}</td>${isSkilled && html`<td>${skills.join(', ')}</td>`}<td>${timeZone}</td></tr>`)}</tbody></table></div></section>`;
}

function renderChanges({ changes, words }: OrganisationLook, reader: Reader): Html {
  return html`<section aria-labelledby="changes"><h2 id="changes">Who changed what</h2>
    <form class="wish" method="get" action="/console/organisation#changes" role="search"><label class="hidden" for="find">Find a change by its words</label><input id="find" type="search" name="q" value="${words}" placeholder="Find a change" autocomplete="off" maxlength="80"><button>Find</button></form>
    ${words === '' && html`<p class="quiet"><a href="/console/organisation?q=sign-in#changes">Who signed in</a></p>`}
    <div data-live="changes">${
      changes.length === 0
        ? html`<p class="empty">${words === '' ? 'Nobody has changed anything yet.' : html`Nobody changed anything that has “${words}” in it.`}</p>`
        : html`<ol class="facts">${changes.map(one => renderChange(one, reader))}</ol>`
    }</div></section>`;
}

/** What the audit calls in one word, for people. */
const actionWords: Readonly<Record<string, string>> = {
  'console.sign-in': 'signed in to the console',
  'cadence.change': 'changed how often they are asked',
  'cadence.undo': 'took back how often they are asked',
  swap: 'put somebody else on call',
  'swap.undo': 'took back who is on call instead',
  'message.send': 'sent once more what did not go out',
  'message.drop': 'dropped what did not go out',
  'drill.sign': 'signed a drill',
  drill: 'practised a page',
  'token.create': 'let another system in',
  'token.revoke': 'ended the way in of another system',
  rehearsal: 'rehearsed a window',
  'webhook.replay': 'had another system told again',
  'place.settle': 'said who reads a place',
};

function renderChange(change: Change, reader: Reader): Html {
  const { at, actorName, action, customerId, subject, why, undoneAt } = change;
  const about = subjectWords(subject, customerId);
  const reason = why && !/^undo of \w+$/.test(why) ? why : null;
  return html`<li data-row><span class="quiet">${renderWhen(at, reader)}</span><p><b>${actorName}</b>: ${actionWords[action] ?? action}${customerId && html`, <a href="/console/customers/${encodeURIComponent(customerId)}">${customerId}</a>`}${about && html`, ${about}`}</p><span class="quiet">${reason}${undoneAt && html` undone ${renderWhen(undoneAt, reader)}`}</span></li>`;
}

/** What a change was about, beside its customer: "erp" for northwind/erp. The key of a message says nothing to anybody. */
function subjectWords(subject: string, customerId: string | null): string | null {
  if (subject === customerId || subject.includes(':')) return null;
  const inside = `${customerId}/`;
  return subject.startsWith(inside) ? subject.slice(inside.length) : subject;
}
