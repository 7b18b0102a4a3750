import { rungWords } from '../../../check-ins/cadence/cadence.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { CadencesLook } from '../look/load-cadences.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';

/** What would come of one rhythm for several customers, and the button that sets it for all of them. */
export function renderCadences(
  { lines, rung, customerIds }: CadencesLook,
  { person, now, csrf }: Viewer,
): Sheet {
  const reader = { timeZone: person.timeZone, now };
  const main = html`<p class="crumb"><a href="/console">Customers</a></p>
    <h1>Ask ${lines.length === 1 ? 'one of them' : `${lines.length} of them`} ${rungWords(rung)}?</h1>
    ${
      lines.length === 0
        ? html`<p class="empty">None of those you chose is yours to set: its manager says how often a customer is asked. <a href="/console">Choose others.</a></p>`
        : html`<ul class="plain">${lines.map(({ preview, isLater }) => html`<li data-row>${renderText(preview, reader)}${isLater && html` <span class="quiet">It holds once that phase is there.</span>`}</li>`)}</ul>
    <form class="tell" method="post" action="/console/cadences">${csrfField(csrf)}${customerIds.map(id => html`<input type="hidden" name="c" value="${id}">`)}<input type="hidden" name="rung" value="${rung}">
      <label for="why">Why, for whoever asks later</label><input id="why" name="why" maxlength="500" autocomplete="off">
      <p><button class="primary">Set it for all of them</button> <a href="/console">Leave it as it is</a></p></form>
    <p class="quiet">It can be taken back.</p>`
    }`;
  return { section: 'portfolio', title: 'How often several are asked', main };
}

/** What was set for several, with the one button that takes all of it back. */
export function renderCadencesSet(auditIds: readonly string[], { csrf }: Viewer): Sheet {
  const fields: Html[] = auditIds.map(id => html`<input type="hidden" name="audit" value="${id}">`);
  const main = html`<h1>Set for ${auditIds.length}</h1>
    <form class="undo" method="post" action="/console/cadences/undo">${csrfField(csrf)}${fields}<p>All of it can be taken back at once, or each on its customer’s page. <button>Undo</button></p></form>
    <p><a href="/console">All customers</a></p>`;
  return { section: 'portfolio', title: 'Set for several', main };
}
