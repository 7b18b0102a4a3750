import { type Html, html } from '../../markup/html.ts';
import type { SetupLook, SetupWritten } from '../look/load-setup.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';

/** The setup as the file would have it, to be read, changed here, or taken along. */
export function renderSetup(
  { total, shown, text, isWhole }: SetupLook,
  written: SetupWritten | null,
  { csrf }: Viewer,
): Sheet {
  const lines = Math.min(40, Math.max(12, text.split('\n').length + 1));
  const main = html`<p class="crumb"><a href="/console/organisation">Organisation</a></p>
    <h1>The setup</h1>
    <p>Everything a setup file says: people, customers, places, plans, schedules and ladders. Change it here, look at what would come of it, and bring it in. <a href="/console/setup.yaml" download>Take it along as a file</a></p>
    ${!isWhole && html`<p class="quiet">It has the customers you answer for. What all customers share (your own people, schedules, ladders, other systems) is changed here by somebody who answers for every one of them, or with <code>handrail import</code>.</p>`}
    ${total > shown && html`<p class="quiet">The first ${shown} of ${total} customers. What is not in the text stays as it is.</p>`}
    ${written && renderLooked(written)}
    <form class="setup" method="post" action="/console/setup">${csrfField(csrf)}<label for="setup">What is left out stays as it is; docs/setup.md has every key.</label>
      <textarea id="setup" name="text" rows="${lines}" spellcheck="false" autocapitalize="off" required>${written?.text ?? text}</textarea>
      <p><button name="how" value="try" class="primary">Show what would change</button> ${written?.tried && html`<button name="how" value="save">Bring it in</button>`}</p></form>`;
  return { section: 'organisation', title: 'The setup', main };
}

function renderLooked({ problems, tried }: SetupWritten): Html {
  if (problems.length > 0)
    return html`<div class="calling" role="alert"><p><b>Nothing was changed.</b> Set this right first:</p><ul class="plain">${problems.map(line => html`<li>${line}</li>`)}</ul></div>`;
  const { created = [], changed = [], parked = [], values = [] } = tried ?? {};
  if (created.length + changed.length === 0)
    return html`<p class="was-done" role="status">All of it is so already; nothing would change.</p>`;
  return html`<div class="card" role="status"><h2>What would change</h2><ul class="plain">
    ${created.map(name => html`<li>new: ${name}</li>`)}
    ${changed.map(name => html`<li>changed: ${name}</li>`)}
    ${values.map(({ path, before, after }) => html`<li class="quiet">${path}: ${before} → ${after}</li>`)}
    ${parked.map(name => html`<li>nothing is said there until somebody has looked who reads it: ${name}</li>`)}</ul></div>`;
}
