import { type Html, html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { Handed, Owed } from '../look/load-owed.ts';
import { writtenText } from './fact.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderWhen } from './moment.ts';
import { renderOffer } from './offers.ts';

/** What waits for the vendor, each with the button that ends it. */
export function renderOwed(
  { promises, tasks, handed, requests }: Owed,
  { here, csrf, reader }: { readonly here: string; readonly csrf: string; readonly reader: Reader },
): Html {
  const isNothing = promises.length + tasks.length + handed.length + requests === 0;
  const done = (address: string, label: string) =>
    html`<form method="post" action="${here}${address}">${csrfField(csrf)}<button>${label}</button></form>`;
  return html`<section class="card" aria-labelledby="owed"><h2 id="owed">What waits for us</h2><div data-live="owed">${isNothing && html`<p class="quiet">Nothing is promised, and no task is open.</p>`}<ul class="plain owed">
    ${promises.map(one => html`<li><div>${renderText(writtenText(one.text), reader)} <span class="quiet">${one.state === 'missed' ? 'promised, missed, was due' : 'promised, due'} ${renderWhen(one.promisedFor, reader)}${one.visibility === 'internal' && ', only we know'}</span></div><div class="buttons">${done(`/promises/${encodeURIComponent(one.id)}/kept`, 'Kept')}${renderOffer('moved', { here, csrf, about: one.id })}</div></li>`)}
    ${tasks.map(one => html`<li><div>${renderText(writtenText(one.text), reader)} <span class="quiet">${one.assigneeName}, since ${renderWhen(one.createdAt, reader)}</span></div>${done(`/tasks/${encodeURIComponent(one.id)}/done`, 'Done')}</li>`)}
    ${handed.map(one => renderHanded(one, reader))}
    ${requests > 0 && html`<li><div>${requests} ${requests === 1 ? 'request waits' : 'requests wait'} for a look <span class="quiet">before ${requests === 1 ? 'it is' : 'they are'} billed</span></div><form method="post" action="${here}/command">${csrfField(csrf)}<input type="hidden" name="name" value="review"><button>Look</button></form></li>`}
  </ul></div></section>`;
}

/** What a partner has, or what they found when they gave it back. */
function renderHanded({ what, partnerName, givenAt, backAt, backWords }: Handed, reader: Reader) {
  return html`<li><div>${what} <span class="quiet">${
    backAt
      ? html`${partnerName} gave it back ${renderWhen(backAt, reader)}${backWords ? html`: “${backWords}”` : ', without a word'}`
      : html`${partnerName}, a partner, has it since ${renderWhen(givenAt, reader)}`
  }</span></div></li>`;
}
