import { type Html, html } from '../../markup/html.ts';
import { type ButtonName, offers } from '../look/offers.ts';
import { csrfField } from './frame.ts';

/** Commands as buttons; what needs a word has its field behind the button. */
export function renderOffers(
  names: readonly ButtonName[],
  { here, csrf }: { readonly here: string; readonly csrf: string },
): Html {
  return html`<div class="offers">${names.map(name => renderOffer(name, here, csrf))}</div>`;
}

function renderOffer(name: ButtonName, here: string, csrf: string): Html {
  const { label, asks } = offers[name];
  const begin = html`<form method="post" action="${here}/command">${csrfField(csrf)}<input type="hidden" name="name" value="${name}">`;
  if (asks === null) return html`${begin}<button>${label}</button></form>`;
  return html`<details class="offer"><summary>${label}</summary>${begin}<label class="hidden" for="o-${name}">${label}</label><input id="o-${name}" name="rest" placeholder="${asks}" required maxlength="1900" autocomplete="off"><button>Do it</button></form></details>`;
}
