import { evidenceWords } from '../../../confidence/words.ts';
import {
  type Feeling,
  reportRows,
  type TransitionReport,
} from '../../../exports/transition-report.ts';
import { csvText } from '../../../shared/csv.ts';
import { since } from '../../../shared/time.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderText } from '../../markup/render-card.ts';
import type { Download, Sheet, Viewer } from '../look/sheet.ts';
import { writtenText } from './fact.ts';
import { lengthWords, type Reader, renderClock, renderFully } from './moment.ts';
import { renderSteps } from './steps.ts';
import { phaseWords } from './words.ts';

/** The report of a transition: what was planned, what happened, how people felt, pages and their times; to be printed. */
export function renderReport(look: TransitionReport, { now }: Viewer): Sheet {
  const { customer, transition, milestones, pages, promises } = look;
  const reader = { timeZone: customer.timeZone, now };
  const plan = `/console/customers/${encodeURIComponent(customer.id)}/transitions/${encodeURIComponent(transition.key)}`;
  const main = html`<p class="crumb"><a href="${plan}">${transition.name}</a>, <a href="/console/customers/${encodeURIComponent(customer.id)}">${customer.name}</a></p>
    <h1>${customer.name}, ${transition.name}: how it went</h1>
    <p>${phaseWords[transition.phase]}. The window was ${renderFully(transition.windowFrom, reader)} until ${renderFully(transition.windowUntil, reader)}. <span class="quiet">On their clock, ${customer.timeZone}.</span></p>
    <p class="acts"><a href="${plan}/report.csv" download>As a table (CSV)</a> <span class="quiet">Printed, the page is the report alone.</span></p>
    <section aria-labelledby="plan"><h2 id="plan">What was planned, and what happened</h2>${milestones.length === 0 ? html`<p class="quiet">There was no plan of steps.</p>` : renderSteps(look, reader)}</section>
    <section aria-labelledby="felt"><h2 id="felt">How people felt</h2>${renderFeelings(look, reader)}</section>
    <section aria-labelledby="called"><h2 id="called">Who was called, and how fast</h2>${
      pages.length === 0
        ? html`<p class="quiet">Nobody had to be called.</p>`
        : html`<ul class="plain">${pages.map(page => html`<li><a href="/console/pages/${encodeURIComponent(page.id)}">${renderClock(page.raisedAt, reader)}</a> ${page.reason} <span class="quiet">${timesWords(page)}</span>${page.resolution && html`<br>${renderText(writtenText(page.resolution), reader)}`}</li>`)}</ul>`
    }</section>
    <section aria-labelledby="kept"><h2 id="kept">What was promised</h2>${
      promises.length === 0
        ? html`<p class="quiet">Nothing was promised.</p>`
        : html`<ul class="plain">${promises.map(one => html`<li>${renderText(writtenText(one.text), reader)} <span class="quiet">by ${renderClock(one.promisedFor, reader)}: ${one.state}</span></li>`)}</ul>`
    }</section>`;
  return { section: 'portfolio', title: `${transition.name}, ${customer.name}: how it went`, main };
}

function timesWords({
  raisedAt,
  acknowledgedAt,
  resolvedAt,
  ownerName,
}: TransitionReport['pages'][number]): string {
  const taken = acknowledgedAt
    ? `${ownerName ?? 'somebody'} had it after ${lengthWords(since(raisedAt, acknowledgedAt))}`
    : 'nobody had it';
  return resolvedAt
    ? `${taken}, resolved after ${lengthWords(since(raisedAt, resolvedAt))}`
    : `${taken}, still open`;
}

const answers = ['good', 'fine', 'worried'] as const;

function renderFeelings({ feelings }: TransitionReport, reader: Reader): Html {
  if (feelings.length === 0) return html`<p class="quiet">Nobody was asked.</p>`;
  const counted = answers.map(answer => ({
    words: evidenceWords[answer],
    count: feelings.filter(one => one.answer === answer).length,
  }));
  const silent = feelings.filter(({ answer }) => answer === null).length;
  const telling = feelings.filter(({ answer, words }) => answer === 'worried' || words !== null);
  return html`<dl class="figures">${[...counted, { words: 'no answer', count: silent }].map(({ words, count }) => html`<div><dt>${words}</dt><dd>${count}</dd></div>`)}</dl>
    ${telling.length > 0 && html`<ul class="plain">${telling.map(one => renderFeeling(one, reader))}</ul>`}`;
}

function renderFeeling({ askedAt, answeredAt, answer, words, byName }: Feeling, reader: Reader) {
  return html`<li><span class="quiet">${renderClock(answeredAt ?? askedAt, reader)}</span> ${byName ?? 'somebody'}: ${answer && feltWords(answer)}${words && html`, “${words}”`}</li>`;
}

function feltWords(answer: string): string {
  const known = answers.find(one => one === answer);
  return known ? evidenceWords[known] : answer;
}

/** The same as a table for other programs. */
export function reportTable(report: TransitionReport): Download {
  const { customer, transition } = report;
  return {
    fileName: `${customer.id}-${transition.key}-report.csv`,
    pieces: [csvText(reportRows(report), '\r\n')],
  };
}
