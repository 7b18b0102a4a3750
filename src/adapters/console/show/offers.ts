import { type Html, html } from '../../markup/html.ts';
import { type OfferedName, offeredNames, offers } from '../look/offers.ts';
import { csrfField } from './frame.ts';

/** Everything that can be done for a customer, a button each; what needs a word has its field behind the button. */
export function renderOffers(here: string, csrf: string): Html {
  return html`<section class="card" aria-labelledby="do"><h2 id="do">Do something</h2><div class="offers">${offeredNames.map(name => renderOffer(name, here, csrf))}</div></section>`;
}

function renderOffer(name: OfferedName, here: string, csrf: string): Html {
  const { label, asks } = offers[name];
  const begin = html`<form method="post" action="${here}/command">${csrfField(csrf)}<input type="hidden" name="name" value="${name}">`;
  if (asks === null) return html`${begin}<button>${label}</button></form>`;
  return html`<details class="offer"><summary>${label}</summary>${begin}<label class="hidden" for="o-${name}">${label}</label><input id="o-${name}" name="rest" placeholder="${asks}" required maxlength="1900" autocomplete="off"><button>Do it</button></form></details>`;
}
