import { type TransitionKind, transitionKinds } from '../../../confidence/policy.ts';
import type { FirstAnswers } from '../../../setup/first-setup.ts';
import { type Html, html } from '../../markup/html.ts';

const kindWords: Readonly<Record<TransitionKind, string>> = {
  'go-live': 'A new system goes live',
  upgrade: 'A system is upgraded',
  outsourcing: 'Work is handed over to you',
  'new-method': 'They begin to work another way',
};

/** The questions with which somebody begins who has no setup yet; what was wrong with the answers stands above them. */
export function renderBegin(answers: Partial<FirstAnswers>, problems: readonly string[]): Html {
  const text = (name: keyof FirstAnswers, label: string, hint: string) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" required maxlength="200" autocomplete="off" value="${answers[name]}" placeholder="${hint}">`;
  const clock = (name: 'timeZone' | 'customerTimeZone', label: string, hint: string) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" list="zones" required maxlength="200" autocomplete="off" value="${answers[name]}" placeholder="${hint}">`;
  const moment = (name: 'from' | 'until', label: string) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="datetime-local" required value="${answers[name]}">`;
  return html`<h1>Let us begin</h1>
    <p>Handrail knows nobody yet. Say who you are and whom you care for; all of it can be changed later, and you need write no file. To look around first, open the <a href="/practice">practice room</a>.</p>
    ${problems.length > 0 && html`<div class="calling" role="alert"><p><b>Nothing was written yet.</b> Set this right first:</p><ul class="plain">${problems.map(line => html`<li>${line}</li>`)}</ul></div>`}
    <datalist id="zones">${Intl.supportedValuesOf('timeZone').map(zone => html`<option value="${zone}">`)}</datalist>
    <form class="tell" method="post" action="/console/begin">
      <h2>You</h2>
      ${text('organisation', 'Your organisation', 'Fernhollow Systems')}
      ${text('name', 'Your name', 'Nora Whitfield')}
      ${clock('timeZone', 'Your clock', 'Europe/London')}
      <label for="phone">Where you can be called at night <span class="quiet">may stay empty</span></label><input id="phone" name="phone" type="tel" maxlength="40" autocomplete="off" value="${answers.phone}" placeholder="+447700900101">
      <h2>Your customer</h2>
      ${text('customer', 'Their name', 'Northwind')}
      ${text('leader', 'Who leads there', 'Daniel Reyes')}
      ${clock('customerTimeZone', 'Their clock', 'America/New_York')}
      <h2>What changes for them</h2>
      <label for="kind">What kind of change it is</label><select id="kind" name="kind">${transitionKinds.map(kind => html`<option value="${kind}" ${kind === answers.kind && html`selected`}>${kindWords[kind]}</option>`)}</select>
      ${text('transition', 'What you call it', 'ERP go-live')}
      ${moment('from', 'Its window begins, on their clock')}
      ${moment('until', 'Its window ends')}
      <p><button class="primary">Begin</button></p>
    </form>
    <p class="quiet">You become their advocate and manager, and the one a page calls. Two places are made for them: one they read, one for you alone. Connect Slack or Teams as docs/slack.md and docs/teams.md say, and type “place” there.</p>`;
}
