import type { Audience, Span, Text } from '../../delivery/audience.ts';
import type { Card } from '../../delivery/card.ts';
import { clockText, type Reader } from '../../delivery/plain-text.ts';
import { unreachable } from '../../shared/errors.ts';
import { type Html, html, lines } from './html.ts';

/** A card as HTML, without its buttons, times on the reader's clock. */
export function renderCard(card: Card, reader: Reader): Html {
  const { heading, body, facts = [], foot } = card;
  return html`
    ${heading && html`<p class="heading">${renderText(heading, reader)}</p>`}
    ${body.map(paragraph => html`<p>${renderText(paragraph, reader)}</p>`)}
    ${
      facts.length > 0 &&
      html`<dl class="facts">${facts.map(
        fact => html`<div><dt>${fact.label}</dt><dd>${renderText(fact.text, reader)}</dd></div>`,
      )}</dl>`
    }
    ${foot && html`<p class="foot">${renderText(foot, reader)}</p>`}`;
}

/** One text as HTML. */
export function renderText(text: Text<Audience>, reader: Reader): Html {
  return html`${text.spans.map(span => renderSpan(span, reader))}`;
}

function renderSpan(span: Span, reader: Reader): Html {
  switch (span.kind) {
    case 'text':
    case 'words':
      return lines(span.text);
    case 'strong':
      return html`<strong>${lines(span.text)}</strong>`;
    case 'person':
      return html`<strong class="mention">@${lines(span.text)}</strong>`;
    case 'time':
      return html`<time datetime="${span.at}">${clockText(new Date(span.at), span.style, reader)}</time>`;
    default:
      return unreachable(span);
  }
}
