import type { HttpProblem } from '../../api/problem.ts';
import { type Html, html } from '../../markup/html.ts';

/**
 * Where somebody says who they are, and is sent a link by one of these chats; or goes to where they are known, at the
 * address `elsewhere`.
 */
export function renderDoor(chats: readonly string[], elsewhere: string | null): Html {
  if (chats.length === 0) return renderMachineDoor(elsewhere);
  return html`<h1>Sign in</h1>
    <p>Handrail sends you a link in ${chats.join(' or ')}, to the place where you are alone with it. There is no password.</p>
    <form class="tell" method="post" action="/console/sign-in"><label for="who">Your name, mailbox or id</label><input id="who" name="who" required maxlength="200" autocomplete="username" autofocus><p><button class="primary">Send me a link</button></p></form>
    ${elsewhere && html`<p>Or: ${renderElsewhere(elsewhere)}</p>`}
    <p class="quiet">In chat, type “console” to Handrail. On the machine it runs on, type <code>handrail sign-in PERSON</code>.</p>`;
}

/** No chat is connected, so there is one way in: from the machine itself. */
function renderMachineDoor(elsewhere: string | null): Html {
  return html`<h1>Sign in</h1>
    <p>Neither Slack nor Teams is connected yet, so no link can be sent to you. On the machine Handrail runs on, type <code>handrail sign-in PERSON</code>: it prints a link that works once, for ten minutes. There is no password.</p>
    ${elsewhere && html`<p>${renderElsewhere(elsewhere)}</p>`}`;
}

function renderElsewhere(address: string): Html {
  return html`<a href="${address}">Sign in with your organisation’s account</a>`;
}

/** The same whoever it was. */
export function renderSent(): Html {
  return html`<h1>Look into your chat</h1>
    <p>If you are one of the people here, a link is on its way to you. It works once, for ten minutes.</p>
    <p><a href="/console/sign-in">Try another name</a></p>`;
}

/** What a link opens: nothing happens until its button is pressed, so that what only looks at links uses none up. */
export function renderLink(name: string, secret: string): Html {
  return html`<h1>Hello, ${name}</h1>
    <form method="post" action="/console/sign-in/${secret}"><p><button class="primary" autofocus>Sign in as ${name}</button></p></form>
    <p class="quiet">Only press it if you asked for this link yourself.</p>`;
}

/** A link that was used, is too old, or never was one. */
export function renderNoLink(): Html {
  return html`<h1>This link is not good any more</h1><p>A link works once, for ten minutes.</p><p><a href="/console/sign-in">Ask for a new one</a></p>`;
}

/** Somebody whom the provider does not vouch for, or who is nobody here: which of them is not said. */
export function renderNotVouched(): Html {
  return html`<h1>That did not let you in</h1><p>Your organisation’s sign-in did not come through, or its account belongs to nobody who works with Handrail.</p><p><a href="/console/sign-in">Sign in by a link instead</a></p>`;
}

/** What could not be done or found, why, and the way back to where it was tried. */
export function problemPage(
  { status, message }: Pick<HttpProblem, 'status' | 'message'>,
  back: string | null,
): [title: string, main: Html] {
  const title = status === 404 ? 'Nothing here' : 'That did not work';
  const isTried = status !== 404 && back !== null;
  return [
    title,
    html`<h1>${title}</h1><p>${message}</p><p>${isTried && html`<a href="${back}">Back to where you were</a> · `}<a href="/console">All customers</a></p>`,
  ];
}
