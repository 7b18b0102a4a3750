import { type Html, html } from '../../markup/html.ts';
import type { Finding } from '../look/finding.ts';
import type { Sheet, Viewer } from '../look/sheet.ts';
import { renderWhen } from './moment.ts';

/** What was found, and when it was looked at. */
export interface Check {
  readonly at: Date;
  readonly findings: readonly Finding[];
}

const parts = [
  ['fix', 'To be mended'],
  ['note', 'Good to know'],
  ['fine', 'In order'],
] as const;

/** What is to be mended first, each with what to do; then what is in order. */
export function renderCheck({ at, findings }: Check, { person, now }: Viewer): Sheet {
  const faults = findings.filter(({ level }) => level === 'fix').length;
  const main = html`<p class="crumb"><a href="/console/organisation">Organisation</a></p>
    <h1>The settings, looked at</h1>
    <p>${faults === 0 ? 'Nothing must be mended.' : html`<b class="tag open">${faults} to be mended</b>`} <span class="quiet">Looked ${renderWhen(at, { timeZone: person.timeZone, now })}. Nobody was called, and nothing was sent.</span> <a href="/console/check">Look again</a></p>
    ${parts.map(([level, title]) =>
      renderPart(
        title,
        findings.filter(one => one.level === level),
      ),
    )}`;
  return { section: 'organisation', title: 'The settings, looked at', main };
}

function renderPart(title: string, findings: readonly Finding[]): Html | null {
  if (findings.length === 0) return null;
  return html`<section class="card"><h2>${title} <span class="count">${findings.length}</span></h2>
    <ul class="plain">${findings.map(({ about, text }) => html`<li data-row><b>${about}</b> ${text}${about === 'places' && html` <a href="/console/organisation#unsettled">Settle them</a>`}</li>`)}</ul></section>`;
}
