import type { FoundReview } from '../../../quarters/find-review.ts';
import { ownTexts } from '../../../quarters/own-text.ts';
import { printOf, type Review, reviewCard } from '../../../quarters/review-card.ts';
import { lineRows } from '../../../quarters/review-lines.ts';
import {
  partLabels,
  partText,
  type ReviewPart,
  reviewParts,
} from '../../../quarters/review-text.ts';
import { csvText } from '../../../shared/csv.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderCard, renderText } from '../../markup/render-card.ts';
import type { NotDone } from '../look/not-done.ts';
import type { Download, Sheet, Viewer } from '../look/sheet.ts';
import { csrfField } from './frame.ts';
import { type Reader, renderFully, renderWhen } from './moment.ts';

/** One review: what the customer reads, or would read, how to change it, and what is for us alone. */
export function renderReview(
  found: FoundReview,
  notDone: NotDone | null,
  { csrf, now }: Viewer,
): Sheet {
  const { customer, key, name, isSoFar, out, copy, draft, isOutSoFar, own } = found;
  const reader = { timeZone: customer.timeZone, now };
  const list = `/console/customers/${encodeURIComponent(customer.id)}/reviews`;
  const here = `${list}/${key}`;
  const main = html`<p class="crumb"><a href="/console/customers/${encodeURIComponent(customer.id)}">${customer.name}</a>, <a href="${list}">how the quarters went</a></p>
    <h1>${customer.name}, ${name}${isSoFar && ', so far'}</h1>
    <p>${standing(found, reader)} <span class="quiet">On their clock, ${customer.timeZone}.</span></p>
    ${!isSoFar && isOutSoFar && html`<p class="quiet">They have <a href="${here}-so-far">the review so far</a>, from while the quarter ran.</p>`}
    ${notDone && renderNotDone(notDone, reader)}
    ${copy && html`<p class="acts"><a href="${here}/theirs.html" download>Their copy (HTML, to print)</a> <a href="${here}/ours.html" download>Our copy (HTML)</a> <a href="${here}/theirs.csv" download>As a table (CSV)</a></p>`}
    <div class="halves">
      <section class="card theirs" aria-labelledby="theirs"><h2 id="theirs">${out ? 'What they read' : 'What they would read'}</h2>${copy ? html`<div class="said">${renderCard(copy.card, reader)}</div>` : html`<p class="quiet">${out ? 'What went out is not kept any more.' : 'No fact tells of this quarter.'}</p>`}${draft && copy && renderPublish(draft, { here, csrf, isOutSoFar })}</section>
      <section class="card ours" aria-labelledby="ours"><h2 id="ours">For us alone, as it is now</h2><ul class="plain">${ownTexts(own).map(text => html`<li>${renderText(text, reader)}</li>`)}</ul></section>
    </div>
    ${draft && renderChanges(draft, { here, csrf, reader })}`;
  return { section: 'portfolio', title: `${customer.name}, ${name}`, main };
}

function standing({ out, draft }: FoundReview, reader: Reader): Html {
  if (out)
    return html`Published ${renderFully(out.at, reader)}${out.byName && ` by ${out.byName}`}.`;
  return draft?.runsUntil
    ? html`The quarter runs until ${renderFully(draft.runsUntil, reader)}. Published before, it is the review so far; that of the whole quarter is drafted then.`
    : html`A draft; it is not published.`;
}

function renderNotDone({ why, words }: NotDone, reader: Reader): Html {
  return html`<div class="calling" role="alert"><p><b>${notDoneTitle(why)}</b> ${notDoneText(why, reader)}</p>${words && html`<p>What you wrote: “${words}”</p>`}</div>`;
}

function notDoneTitle({ kind }: NotDone['why']): string {
  return kind === 'moved-on' || kind === 'nowhere'
    ? 'Nothing is published.'
    : 'Nothing of yours is changed.';
}

function notDoneText(why: NotDone['why'], reader: Reader): Html {
  switch (why.kind) {
    case 'published':
      return html`They have it already.`;
    case 'foreign':
      return html`“${why.word}” is another customer’s, and they would read it.`;
    case 'overtaken':
      return html`${why.byName} changed this draft${why.at && html` ${renderWhen(why.at, reader)}`}, after you opened it. Here is how it reads now.`;
    case 'moved-on':
      return html`It is not what you saw any more: facts or the draft have changed. Here is how it reads now.`;
    case 'nowhere':
      return html`They have no place of their own yet.`;
  }
}

interface Forms {
  readonly here: string;
  readonly csrf: string;
}

function renderPublish(
  draft: Review,
  { here, csrf, isOutSoFar }: Forms & { readonly isOutSoFar: boolean },
): Html {
  if (draft.runsUntil && isOutSoFar)
    return html`<p class="quiet">They have the review so far; this one is published once the quarter is over.</p>`;
  return html`<form method="post" action="${here}/publish">${csrfField(csrf)}<input type="hidden" name="seen" value="${printOf(reviewCard(draft))}"><p class="buttons"><button class="primary">${draft.runsUntil ? 'Publish it so far' : 'Publish it'}</button></p></form>`;
}

function renderChanges(draft: Review, at: Forms & { readonly reader: Reader }): Html {
  const { facts, edits } = draft;
  const parts = reviewParts.filter(
    part =>
      partText(part, facts) !== null ||
      edits.instead[part] !== undefined ||
      edits.without.includes(part),
  );
  return html`<section class="card" aria-labelledby="change"><h2 id="change">Change it</h2>
    ${edits.added.map((text, index) => renderForm(draft, at, html`<p>“${text}”</p><input type="hidden" name="kind" value="drop"><input type="hidden" name="number" value="${index + 1}"><button>Take this sentence back</button>`))}
    ${renderForm(draft, at, html`<input type="hidden" name="kind" value="add"><label for="add">A sentence of yours, above the rest</label><textarea id="add" name="words" rows="2" maxlength="1000" required></textarea><p><button>Add it</button></p>`)}
    ${parts.map(part => renderPart(draft, part, at))}</section>`;
}

function renderPart(
  draft: Review,
  part: ReviewPart,
  at: Forms & { readonly reader: Reader },
): Html {
  const { facts, edits } = draft;
  const own = edits.instead[part];
  const isOut = edits.without.includes(part);
  const told = partText(part, facts);
  const name = partLabels[part];
  return html`<h3 id="part-${part}">${name}${isOut && html` <span class="quiet">left out</span>`}</h3>
    ${told && html`<p class="quiet">The facts: ${renderText(told, at.reader)}</p>`}
    ${renderForm(draft, at, html`<input type="hidden" name="kind" value="instead"><input type="hidden" name="part" value="${part}"><label for="own-${part}">${name}, in your words</label><textarea id="own-${part}" name="words" rows="2" maxlength="1000" required>${own}</textarea><p><button>Say it so</button></p>`)}
    <div class="buttons">${!isOut && renderForm(draft, at, choice('without', part, `Leave out: ${name}`))}${(isOut || own !== undefined) && renderForm(draft, at, choice('with', part, `As the facts say: ${name}`))}</div>`;
}

function choice(kind: 'with' | 'without', part: ReviewPart, label: string): Html {
  return html`<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="part" value="${part}"><button>${label}</button>`;
}

function renderForm({ revision }: Review, { here, csrf }: Forms, fields: Html): Html {
  return html`<form class="tell" method="post" action="${here}">${csrfField(csrf)}<input type="hidden" name="revision" value="${revision}">${fields}</form>`;
}

/** What the customer reads as a table for other programs. */
export function reviewTable({ customer, key, copy }: FoundReview): Download {
  return {
    fileName: `${customer.id}-${key}.csv`,
    pieces: [csvText(lineRows(copy?.lines ?? []), '\r\n')],
  };
}
