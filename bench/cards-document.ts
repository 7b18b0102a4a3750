import { renderCard as renderHtml } from '../src/adapters/markup/render-card.ts';
import { renderCard } from '../src/adapters/slack/render/render-card.ts';
import type { Card } from '../src/delivery/card.ts';

/** One card as an example story said it, and who read it when. */
export interface Sample {
  readonly story: string;
  readonly to: string;
  readonly timeZone: string;
  readonly now: string;
  readonly card: Card;
}

const head = `# Cards

What Handrail says is a card: heading, paragraphs, labelled lines, a quiet last line, buttons. The domain
composes it once; each platform shows it its own way. Here is one of each kind as the example stories said
it: first as the practice room shows it (\`npm start\`), then the Block Kit that Slack is given.

- People's words are letters and nothing else: they stand in rich text, which Slack does not interpret.
- Times are Slack dates, so every reader sees them on their own clock; the fallback is in the zone of the
  place or person.
- A button's \`value\` is an opaque id. Everybody connected to a channel may read it, and it is no permission.
- A card that is longer than Slack allows ends in "… 12 more lines, ask for the rest".

Written by \`npm run cards\`; a test checks that it is what the code renders now.
`;

/** docs/cards.md: every sample with what the practice room shows beside what Slack is given. */
export function cardsDocument(samples: readonly Sample[]): string {
  return [head, ...samples.map(section)].join('\n');
}

function section({ story, to, timeZone, now, card }: Sample): string {
  const reader = { timeZone, now: new Date(now) };
  const shown = renderHtml(card, reader)
    .markup.replace(/\s*\n\s*/g, '')
    .trim();
  const buttons = (card.actions ?? []).map(({ label }) => `<kbd>${label}</kbd>`).join(' ');
  const { blocks } = renderCard(card, reader);
  return `## ${card.name}

<sub>${story}, to ${to}, ${card.audience}</sub>

<blockquote>${shown}${buttons && `<p>${buttons}</p>`}</blockquote>

<details><summary>Block Kit</summary>

\`\`\`json
${JSON.stringify(blocks, null, 1)}
\`\`\`

</details>
`;
}
