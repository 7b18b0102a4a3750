import { dateIn } from '../../shared/time.ts';
import type { VoiceReport } from '../../voice/load-report.ts';
import { sayingWeights } from '../../voice/saying.ts';
import { isTheme, nameOf, type Tally } from '../../voice/tally.ts';
import { stateWords } from '../../voice/theme.ts';
import { countText } from '../../voice/voice-card.ts';
import { Html, html } from './html.ts';

const mostQuotes = 5;

/** The board's report as one document that needs nothing else, on a screen and on paper. */
export function renderVoiceReport(report: VoiceReport): string {
  const { organisation, customers, from, until, madeAt } = report;
  const day = (at: Date) => dateIn(report.timeZone, at);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What customers told ${organisation}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="inside">Internal: it quotes customers by name.</p>
<h1>What customers told us</h1>
<p>${organisation}, ${from ? html`from ${day(from)} ` : 'everything '}until ${day(until)}. Made on ${day(madeAt)}. ${customers.length === 1 ? customers[0] : `${customers.length} customers`}.</p>
</header>
<main>
${numbers(report)}
${themes(report, day)}
${decided(report, day)}
${owed(report, day)}
</main>
<footer><p>Themes are found by words and put right by people; a complaint weighs ${sayingWeights.complaint}, a worry ${sayingWeights.worry}. Intervals hold with 95 %: Wilson's for shares, the bootstrap's for the net score. With few answers they are wide, and that is meant.</p></footer>
</body>
</html>
`.markup;
}

type Day = (at: Date) => string;

function numbers({ tallies, solved, recommended, trust, praise }: VoiceReport): Html {
  const sayings = tallies.flatMap(one => one.sayings);
  const people = new Set(sayings.map(({ personId }) => personId).filter(id => id !== null)).size;
  const customers = new Set(sayings.map(({ customerId }) => customerId)).size;
  const found = tallies.filter(isTheme);
  return html`<section><h2>In numbers</h2>
<dl>
<dt>Heard</dt><dd>${sayings.length} times, from ${people} people of ${customers} customers: ${found.length} themes, ${tallies.length - found.length} said once</dd>
<dt>Solved well</dt><dd>${solved}</dd>
<dt>Would recommend us</dt><dd>${recommended}</dd>
<dt>Promises</dt><dd>${trust.kept} kept in time, ${trust.late} late, ${trust.missed} missed and still owed, ${trust.open} open; ${trust.moved} moved before they were due</dd>
</dl>
${bars(found)}
${praise.length > 0 && html`<h3>And what they liked</h3>${praise.slice(0, mostQuotes).map(({ personName, words }) => html`<blockquote>${words}<cite>${personName}</cite></blockquote>`)}`}
</section>`;
}

/** How many customers said it, as a bar beside each name: readable in black and white. */
function bars(tallies: readonly Tally[]): Html | null {
  const most = Math.max(1, ...tallies.map(({ sayings }) => sayings.length));
  if (tallies.length === 0) return null;
  return html`<table><caption>How often, and by how many customers</caption>
<thead><tr><th scope="col">Theme</th><th scope="col">Times</th><th scope="col">Customers</th><th scope="col">People</th><th scope="col">Weight</th></tr></thead>
<tbody>${tallies.map(
    tally =>
      html`<tr><th scope="row">${nameOf(tally)}</th><td><span class="bar" style="width:${Math.round((60 * tally.sayings.length) / most)}px"></span> ${tally.sayings.length}</td><td>${tally.customers}</td><td>${tally.people}</td><td>${tally.weight}</td></tr>`,
  )}</tbody></table>`;
}

function themes({ tallies, names }: VoiceReport, day: Day): Html {
  const found = tallies.filter(isTheme);
  return html`<section><h2>In their words</h2>
${found.length === 0 && html`<p>Nothing was said twice.</p>`}
${found.map(
  tally => html`<article><h3>${nameOf(tally)}</h3><p>${countText(tally)}. ${ownerText(tally, names)}</p>
${tally.sayings
  .slice(0, mostQuotes)
  .map(
    ({ text, personId, customerId, at }) =>
      html`<blockquote>${text}<cite>${names.get(personId ?? '') ?? 'Somebody'}, ${names.get(customerId) ?? customerId}, ${day(at)}</cite></blockquote>`,
  )}${tally.sayings.length > mostQuotes && html`<p>And ${tally.sayings.length - mostQuotes} more.</p>`}</article>`,
)}</section>`;
}

function ownerText({ theme }: Tally, names: VoiceReport['names']): string {
  const owner = theme.ownerId === null ? null : (names.get(theme.ownerId) ?? theme.ownerId);
  return `${owner === null ? 'Nobody has it' : `${owner} has it`}; ${stateWords[theme.state]}.`;
}

function decided({ tallies, names }: VoiceReport, day: Day): Html {
  const some = tallies.filter(({ theme }) => theme.decision ?? theme.change);
  return html`<section><h2>What we decided, and what changed</h2>
${some.length === 0 && html`<p>Nothing was decided yet.</p>`}
${some.map(tally => {
  const { decision, decidedAt, change, changedAt } = tally.theme;
  return html`<article><h3>${nameOf(tally)}</h3><p>${ownerText(tally, names)}</p><ul>
${decision && decidedAt && html`<li>Decided on ${day(decidedAt)}: ${decision}</li>`}
${change && changedAt && html`<li>Different since ${day(changedAt)}: ${change}</li>`}
</ul></article>`;
})}</section>`;
}

function owed({ tallies, owed: promises }: VoiceReport, day: Day): Html {
  const undecided = tallies.filter(one => isTheme(one) && one.theme.state === 'open');
  const undone = tallies.filter(({ theme }) => theme.state === 'decided');
  return html`<section><h2>What we owe</h2>
<ul>
${undecided.map(one => html`<li>A decision: ${nameOf(one)}, ${countText(one)}</li>`)}
${undone.map(one => html`<li>What was decided, done: ${nameOf(one)}</li>`)}
${promises.map(({ customer, text, by }) => html`<li>${customer}, by ${day(by)}: ${text}</li>`)}
${undecided.length + undone.length + promises.length === 0 && html`<li>Nothing.</li>`}
</ul></section>`;
}

const style = new Html(`
body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; margin: 0; } h2 { border-bottom: 2px solid; padding-bottom: .2rem; margin-top: 2rem; } h3 { margin-bottom: .2rem; }
.inside { font-weight: 600; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #bbb; vertical-align: top; } tbody th { font-weight: 400; }
.bar { display: inline-block; height: .7em; background: #1a1a1a; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
blockquote { margin: .4rem 0 .4rem 1rem; padding-left: .8rem; border-left: 3px solid #bbb; }
cite { display: block; font-size: .9em; color: #4a4a4a; font-style: normal; } footer { margin-top: 2rem; font-size: .9em; color: #4a4a4a; }
@page { margin: 18mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } article, tr, blockquote, dl { break-inside: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
`);
