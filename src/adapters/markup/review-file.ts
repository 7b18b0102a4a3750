import type { ReviewCopy } from '../../quarters/review-copy.ts';
import { inZone } from '../../shared/time.ts';
import { Html, html } from './html.ts';
import { renderText } from './render-card.ts';

/** A quarter's review as one document that needs nothing else, on a screen and on paper. */
export function renderReviewFile(copy: ReviewCopy): string {
  const { audience, customerName, organisation, timeZone, madeAt, card, own } = copy;
  const { language = 'en', heading, body, facts = [], foot } = card;
  const reader = { timeZone, now: madeAt, language };
  return html`${new Html('<!doctype html>')}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${customerName}, ${organisation}</title>
<style>${style}</style>
</head>
<body>
<header>
${audience === 'internal' && html`<p class="inside">Internal: the last part is for us alone.</p>`}
<h1>${heading && renderText(heading, reader)}</h1>
<p class="whose">${customerName} · ${organisation}</p>
</header>
<main>
${body.map(text => html`<p>${renderText(text, reader)}</p>`)}
<dl>
${facts.map(({ label, text }) => html`<dt>${label}</dt><dd>${renderText(text, reader)}</dd>`)}
</dl>
${own.length > 0 && html`<section class="own"><h2>For us alone</h2><ul>${own.map(text => html`<li>${renderText(text, reader)}</li>`)}</ul></section>`}
</main>
<footer>${foot && html`<p>${renderText(foot, reader)}</p>`}<p>${inZone(madeAt, timeZone).toFormat('yyyy-MM-dd HH:mm')} ${timeZone}</p></footer>
</body>
</html>
`.markup;
}

const style = new Html(`
body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; margin: 0; } h2 { border-bottom: 2px solid; padding-bottom: .2rem; margin-top: 2rem; }
.whose { margin-top: .2rem; color: #4a4a4a; } .inside { font-weight: 600; }
dt { font-weight: 600; margin-top: 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 2rem; font-size: .9em; color: #4a4a4a; }
@page { margin: 18mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } dd, li, p { break-inside: avoid; } dt, h2 { break-after: avoid; } }
`);
