import { keySentences } from '../../../setup/reference/key-sentences.ts';
import { type Html, html } from '../../markup/html.ts';
import {
  printOf,
  type SetupLook,
  type SetupSection,
  type SetupTried,
  type SetupWritten,
} from '../look/find-setup-look.ts';
import { type SetupPart, type SharedPart, setupAddress, sharedParts } from '../look/setup-wish.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';

/** What people read for each part that all customers share. */
const partWords: Readonly<Record<SharedPart, string>> = {
  organisation: 'The organisation',
  people: 'Our people, and partners',
  schedules: 'Schedules',
  escalations: 'Ladders',
  hooks: 'Hooks: what other systems tell us',
  webhooks: 'Webhooks: what other systems are told',
};

/** The setup as the file would have it, part by part: to be read, changed here, or taken along as a whole. */
export function renderSetup(
  look: SetupLook,
  written: SetupWritten | null,
  { csrf }: Viewer,
): Sheet {
  const { section } = look;
  if (!section && !written) return renderOverview(look);
  const title = section ? titleOf(section) : 'The setup';
  const main = html`<p class="crumb"><a href="/console/setup">The setup</a></p>
    <h1>${title}</h1>
    ${section && renderAbout(look, section)}
    ${written?.isOvertaken && overtaken}
    ${written && renderLooked(written)}
    ${renderForm({ text: written?.text ?? section?.text ?? '', look, written, csrf })}
    ${section && renderKeys(section.part)}`;
  return { section: 'organisation', title, main };
}

const overtaken = html`<p class="calling" role="alert"><b>Somebody changed this after you opened it.</b> Nothing of yours is brought in yet. Your text still says what was there before: where it would undo what they did, that is among the changes below. <a href="/console/setup">Open it anew</a>, or bring yours in.</p>`;

function titleOf({ part, name }: SetupSection): string {
  switch (part.kind) {
    case 'customer':
      return `The setup of ${name}`;
    case 'shared':
      return partWords[part.name];
    case 'new':
      return 'Something new';
  }
}

function renderOverview({ wish, customers, total, counts, isWhole }: SetupLook): Sheet {
  const main = html`<p class="crumb"><a href="/console/organisation">Organisation</a></p>
    <h1>The setup</h1>
    <p>Everything a setup file says. Open a part, change it, look at what would come of it, and bring it in. <a href="/console/setup.yaml" download>Take all of it along as a file</a></p>
    <section class="card" aria-labelledby="customers"><h2 id="customers">Your customers <span class="count">${total}</span></h2>
      <form class="wish" method="get" action="/console/setup" role="search"><label class="hidden" for="find">Find a customer by name</label><input id="find" type="search" name="q" value="${wish.letters}" placeholder="Find a customer" autocomplete="off" maxlength="80"><button>Find</button></form>
      ${customers.length === 0 && html`<p class="quiet">${wish.letters === '' ? 'None yet.' : html`None has “${wish.letters}” in its name.`}</p>`}
      <ul class="plain setup-parts">${customers.map(({ id, name }) => html`<li data-row><a href="${setupAddress({ part: { kind: 'customer', customerId: id }, letters: '' })}">${name}</a> <span class="quiet">${id}</span></li>`)}</ul>
      ${total > customers.length && html`<p class="quiet">${total - customers.length} more. Find one by its name.</p>`}
      <p><a href="/console/setup?part=new">Add a customer, or paste a file</a></p></section>
    <section class="card" aria-labelledby="shared"><h2 id="shared">What all customers share</h2>
      ${!isWhole && html`<p class="quiet">To be read by you. It is changed here by somebody who answers for every customer, or with <code>handrail import</code>.</p>`}
      <ul class="plain">${sharedParts.map(name => html`<li data-row><a href="/console/setup?part=${name}">${partWords[name]}</a>${name !== 'organisation' && html` <span class="count">${counts[name]}</span>`}</li>`)}</ul></section>`;
  return { section: 'organisation', title: 'The setup', main };
}

function renderAbout({ wish, isWhole }: SetupLook, { part, total, shown }: SetupSection): Html {
  const isShared = part.kind === 'shared';
  return html`${part.kind === 'new' && html`<p>A customer to begin with; put your own names in. A whole setup file may be pasted here as well.</p>`}
    ${isShared && !isWhole && html`<p class="quiet">To be read by you: all customers share it. It is changed here by somebody who answers for every one of them, or with <code>handrail import</code>.</p>`}
    ${isShared && (total > shown || wish.letters !== '') && html`<form class="wish" method="get" action="/console/setup" role="search"><input type="hidden" name="part" value="${part.name}"><label class="hidden" for="find">Find one by name</label><input id="find" type="search" name="q" value="${wish.letters}" placeholder="Find one by name" autocomplete="off" maxlength="80"><button>Find</button></form>`}
    ${total > shown && html`<p class="quiet">The first ${shown} of ${total}. Find the others by their names.</p>`}
    ${isShared && total === 0 && html`<p class="quiet">${wish.letters === '' ? 'There is none yet. Write one as the keys below say.' : 'Nobody is called so.'}</p>`}`;
}

interface Field {
  readonly text: string;
  readonly look: SetupLook;
  readonly written: SetupWritten | null;
  readonly csrf: string;
}

function renderForm({ text, look, written, csrf }: Field): Html {
  const lines = Math.min(40, Math.max(8, text.split('\n').length + 1));
  const [, from = ''] = setupAddress(look.wish).split('?');
  return html`<form class="setup" method="post" action="/console/setup">${csrfField(csrf)}<input type="hidden" name="from" value="${from}"><input type="hidden" name="print" value="${printOf(look.section)}"><label for="setup">As a setup file says it. What is left out stays as it is.</label>
      <textarea id="setup" name="text" rows="${lines}" spellcheck="false" autocapitalize="off" required>${text}</textarea>
      <p class="buttons"><button name="how" value="try" class="primary">Show what would change</button> ${written?.tried && isAnything(written.tried) && html`<button name="how" value="save">Bring it in</button>`}</p></form>`;
}

function isAnything({ created, changed }: SetupTried): boolean {
  return created.length + changed.length > 0;
}

/** What can be written in a part, key by key. */
function renderKeys(part: SetupPart): Html {
  const name = part.kind === 'shared' ? part.name : 'customers';
  const keys = Object.entries(keySentences).filter(
    ([path]) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[]`),
  );
  return html`<details class="data"><summary>What can be written here</summary><dl class="keys">${keys.map(([path, { says, example }]) => html`<dt><code>${path}</code></dt><dd>${says}${example && html` <code>${example}</code>`}</dd>`)}</dl></details>`;
}

function renderLooked({ problems, tried }: SetupWritten): Html {
  if (problems.length > 0)
    return html`<div class="calling" role="alert"><p><b>Nothing was changed.</b> Set this right first:</p><ul class="plain">${problems.map(line => html`<li>${line}</li>`)}</ul></div>`;
  if (!tried || !isAnything(tried))
    return html`<p class="was-done" role="status">All of it is so already; nothing would change.</p>`;
  const { created, changed, parked, values } = tried;
  return html`<div class="card" role="status"><h2>What would change</h2><ul class="plain">
    ${created.map(name => html`<li>new: ${name}</li>`)}
    ${changed.map(name => html`<li>changed: ${name}</li>`)}
    ${values.map(({ path, before, after }) => html`<li class="quiet">${path}: ${before} → ${after}</li>`)}
    ${parked.map(name => html`<li>nothing is said there until somebody has looked who reads it: ${name}</li>`)}</ul></div>`;
}
