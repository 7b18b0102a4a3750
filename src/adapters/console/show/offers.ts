import { type Html, html } from '../../markup/html.ts';
import { type ButtonName, offers } from '../look/offers.ts';
import { csrfField } from './frame.ts';

interface Place {
  /** The address of a customer, or of the console where a command is about nobody in particular. */
  readonly here: string;
  readonly csrf: string;
}

/** Commands as buttons; what needs a word has its field behind the button. */
export function renderOffers(names: readonly ButtonName[], place: Place): Html {
  return html`<div class="offers">${names.map(name => renderOffer(name, place))}</div>`;
}

/** One command as a button; `about` says which of several things of the customer is meant, by its id. */
export function renderOffer(
  name: ButtonName,
  { here, csrf, about = '' }: Place & { readonly about?: string },
): Html {
  const { label, asks } = offers[name];
  const begin = html`<form method="post" action="${here}/command">${csrfField(csrf)}<input type="hidden" name="name" value="${name}">${about !== '' && html`<input type="hidden" name="about" value="${about}">`}`;
  if (asks === null) return html`${begin}<button>${label}</button></form>`;
  const field = `o-${name}${about}`;
  return html`<details class="offer"><summary>${label}</summary>${begin}<label class="hidden" for="${field}">${label}</label><input id="${field}" name="rest" placeholder="${asks}" required maxlength="1900" autocomplete="off"><button>Do it</button></form></details>`;
}
