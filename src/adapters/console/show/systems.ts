import { eventsOf } from '../../../webhooks/webhook.ts';
import { rights, usualRights } from '../../api/right.ts';
import { type Html, html } from '../../markup/html.ts';
import type { SystemsLook, Token, ToldSystem } from '../look/load-systems.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderWhen } from './moment.ts';

const crumb = html`<p class="crumb"><a href="/console/organisation">Organisation</a></p>`;

/** Other systems: which may come in and when they last did, and which are told what happens. */
export function renderSystems(look: SystemsLook, { person, now, csrf }: Viewer): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const main = html`${crumb}
    <h1>Other systems</h1>
    <section class="card" aria-labelledby="tokens"><h2 id="tokens">May come in</h2><div data-live="tokens">${
      look.tokens.length === 0
        ? html`<p class="quiet">None yet. A token lets one in.</p>`
        : html`<ul class="plain owed">${look.tokens.map(token => renderToken(token, csrf, reader))}</ul>`
    }</div></section>
    ${look.mayLetIn && renderForm(csrf)}
    <section class="card" aria-labelledby="told"><h2 id="told">Are told what happens</h2><div data-live="told">${
      look.webhooks.length === 0
        ? html`<p class="quiet">None. Write one under “webhooks” of the setup; docs/webhooks.md says how.</p>`
        : html`<ul class="plain">${look.webhooks.map(one => renderTold(one, csrf))}</ul>`
    }</div></section>`;
  return { section: 'organisation', title: 'Other systems', main };
}

function renderToken(token: Token, csrf: string, reader: Reader): Html {
  const { id, name, may, customers, mayPublish, lastUsedAt, expiresAt, isTheirs } = token;
  const whom = customers.includes('*') ? 'every customer' : customers.join(', ') || 'nobody';
  return html`<li data-row><div><b>${name}</b> <span class="quiet">may ${may.join(', ')} for ${whom}${mayPublish && ', and publish to them'}; ${lastUsedAt ? html`last used ${renderWhen(lastUsedAt, reader)}` : 'never used'}, ${expiresAt ? html`ends ${renderWhen(expiresAt, reader)}` : 'good until it is ended'}</span></div>${isTheirs && html`<form method="post" action="/console/systems/tokens/${encodeURIComponent(id)}/end">${csrfField(csrf)}<button>End it</button></form>`}</li>`;
}

const rightWords: Readonly<Record<(typeof rights)[number], string>> = {
  events: 'write facts down',
  read: 'read',
  milestones: 'move steps',
  pages: 'call people, and answer pages',
  requests: 'file service requests',
  cadence: 'set how often they are asked',
  setup: 'change the setup',
};

const expiries = [
  ['90d', '90 days'],
  ['30d', '30 days'],
  ['365d', 'a year'],
  ['', 'it is ended'],
] as const;

function renderForm(csrf: string): Html {
  return html`<section class="card" aria-labelledby="let-in"><h2 id="let-in">Let one in</h2>
    <form class="tell" method="post" action="/console/systems/tokens">${csrfField(csrf)}
      <label for="name">What it is for</label><input id="name" name="name" required maxlength="200" autocomplete="off" placeholder="ticket system">
      <label for="customers">For which customers</label><input id="customers" name="customers" required maxlength="4000" autocomplete="off" placeholder="northwind, lakeside" aria-describedby="whom"><span class="quiet" id="whom">Their ids; * is every one. You can only let it in to customers you answer for.</span>
      <fieldset class="choices"><legend>What it may do</legend>${rights.map(right => html`<label class="check"><input type="checkbox" name="may" value="${right}" ${usualRights.includes(right) && html`checked`}> ${rightWords[right]}</label>`)}
      <label class="check"><input type="checkbox" name="publish" value="yes"> what it writes may be read by the customer</label></fieldset>
      <label for="expires">Good until</label><select id="expires" name="expires">${expiries.map(([value, words]) => html`<option value="${value}">${words}${value !== '' && ' have passed'}</option>`)}</select>
      <p><button class="primary">Make a token</button></p></form></section>`;
}

/** A token right after it was made: it cannot be shown again. */
export function renderMadeToken({
  secret,
  name,
}: {
  readonly secret: string;
  readonly name: string;
}): Sheet {
  const main = html`<p class="crumb"><a href="/console/systems">Other systems</a></p>
    <h1>A token for ${name}</h1>
    <p><label for="secret">Copy it now: it is shown this once, and kept nowhere.</label></p>
    <p><input id="secret" class="secret" readonly value="${secret}" autocomplete="off" spellcheck="false" size="48"></p>
    <p class="quiet">It goes into the header <code>Authorization: Bearer …</code> of each call; <a href="/api/v1/openapi.json">what can be asked for</a>.</p>
    <p><a href="/console/systems">I have it</a></p>`;
  return { section: 'organisation', title: `A token for ${name}`, main };
}

const stretches = [
  [24, 'of the last day'],
  [72, 'of the last three days'],
  [168, 'of the last week'],
  [720, 'of the last thirty days'],
] as const;

function renderTold(one: ToldSystem, csrf: string): Html {
  const { id, url, tells, customers, audience, sent, waiting, failed, lastProblem } = one;
  const whose = customers.length === 0 ? 'every customer' : customers.join(', ');
  return html`<li data-row><p><b>${id}</b> <span class="quiet">${url}</span><br>${sent} heard, ${waiting} on the way, ${failed === 0 ? 'none lost' : html`<b class="tag open">${failed} not heard</b>`}${lastProblem && html` <span class="quiet">${lastProblem}</span>`}</p>
    <details class="data"><summary>What it is told, of ${whose}${audience === 'shared' && ', only what they may read too'}</summary><p class="quiet">${eventsOf(tells).join(', ')}</p></details>
    ${
      one.isTheirs &&
      html`<form class="dial" method="post" action="/console/systems/webhooks/${encodeURIComponent(id)}/replay">${csrfField(csrf)}<label>Tell again <select name="what"><option value="failed">what it did not hear</option><option value="everything">everything</option></select></label> <label><span class="hidden">of which time</span><select name="hours">${stretches.map(([hours, words]) => html`<option value="${hours}">${words}</option>`)}</select></label> <button>Tell it</button></form>`
    }</li>`;
}
