import { rungWords } from '../../../check-ins/cadence/cadence.ts';
import { html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { CadenceLook } from '../look/find-cadence-look.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';

/** What would come of another rhythm, and the button that sets it. */
export function renderCadence(look: CadenceLook, { person, now, csrf }: Viewer): Sheet {
  const { customer, key, rung, preview } = look;
  const here = `/console/customers/${encodeURIComponent(customer.id)}`;
  const main = html`<p class="crumb"><a href="${here}">${customer.name}</a></p>
    <h1>Ask them ${rungWords(rung)}?</h1>
    <p>${renderText(preview, { timeZone: person.timeZone, now })}</p>
    <form class="tell" method="post" action="${here}/cadence">${csrfField(csrf)}<input type="hidden" name="transition" value="${key}"><input type="hidden" name="rung" value="${rung}">
      <label for="why">Why, for whoever asks later</label><input id="why" name="why" maxlength="500" autocomplete="off">
      <p><button class="primary">Set it</button> <a href="${here}">Leave it as it is</a></p></form>
    <p class="quiet">It can be taken back.</p>`;
  return { section: 'portfolio', title: `How often ${customer.name} is asked`, main };
}
