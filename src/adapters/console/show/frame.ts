import { usages } from '../../../conversation/vendor-desk/commands/usage.ts';
import { Html, html } from '../../markup/html.ts';
import { type Sheet, sections, type Viewer } from '../look/sheet.ts';

/** A sheet in its frame: the whole document. */
export function renderFrame(
  { section, title, main }: Sheet,
  { person, csrf, now, done }: Viewer,
): string {
  return html`${documentHead(title)}
<body data-now="${now.toISOString()}" data-zone="${person.timeZone}" data-live-from="/console/live">
  <a class="skip" href="#main">Skip to the content</a>
  <header class="top">
    <a class="home" href="/console">Handrail</a>
    <nav aria-label="Main">${Object.entries(sections).map(
      ([name, { title: shown, path }]) =>
        html`<a href="${path}" ${name === section && html`aria-current="page"`}>${shown}</a>`,
    )}</nav>
    <form class="say" method="post" action="/console/say">${csrfField(csrf)}<label class="hidden" for="say">Ask or tell Handrail something, as in chat</label><input id="say" name="text" list="commands" placeholder="Ask or tell Handrail" autocomplete="off" maxlength="2000" required><button>Say</button></form>
    <details class="me"><summary>${person.name}</summary>
      <div>
        <form method="post" action="/console/sign-out">${csrfField(csrf)}<button>Sign out</button></form>
        <form method="post" action="/console/sign-out-everywhere">${csrfField(csrf)}<button>Sign out in every browser</button></form>
      </div>
    </details>
  </header>
  <main id="main" tabindex="-1">${done && html`<p class="was-done" role="status">${done}</p>`}${main}</main>
  <datalist id="commands">${Object.values(usages).map(usage => html`<option value="${usage}">`)}</datalist>
  <p class="hidden" role="status" id="said"></p>
</body>
</html>
`.markup;
}

/** A document for whoever is not signed in, or stands where nothing is. */
export function renderBare(title: string, main: Html): string {
  return html`${documentHead(title)}
<body class="bare">
  <main id="main" tabindex="-1"><p class="home">Handrail</p>${main}</main>
</body>
</html>
`.markup;
}

function documentHead(title: string): Html {
  return html`${new Html('<!doctype html>')}
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${title} · Handrail</title>
  <link rel="icon" href="/console/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/console/assets/console.css">
  <script type="module" src="/console/assets/console.js"></script>
</head>`;
}

/** What every form sends back to prove that it is ours. */
export function csrfField(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}
