import { levelWord, percentWords } from '../../../confidence/words.ts';
import { type Html, html } from '../../markup/html.ts';
import { renderSparkline } from '../../markup/sparkline.ts';

const meterWidth = 48;

/** How sure we may be that they are fine: the word, the number, and a bar. */
export function renderConfidence(confidence: number): Html {
  return html`<span class="confidence"><b>${levelWord(confidence)}</b> <span class="quiet">${percentWords(confidence)}</span>
    <svg class="meter" viewBox="0 0 ${meterWidth} 6" width="${meterWidth}" height="6" aria-hidden="true" focusable="false"><rect class="track" width="${meterWidth}" height="6" rx="3"/><rect class="fill" width="${(meterWidth * confidence).toFixed(1)}" height="6" rx="3"/></svg></span>`;
}

/** The same with its course over two weeks: whether it rises or falls is said in a word, and drawn. */
export function renderTrend(confidence: number, trend: readonly number[]): Html {
  return html`<span class="confidence"><b>${levelWord(confidence)}</b> <span class="quiet">${percentWords(confidence)}${trendWords(trend)}</span>${renderSparkline(trend)}</span>`;
}

/** From here on a change in two weeks is one that matters. */
const notable = 0.1;

function trendWords(trend: readonly number[]): string {
  const moved = (trend.at(-1) ?? 0) - (trend[0] ?? 0);
  if (Math.abs(moved) < notable) return '';
  return moved > 0 ? ', rising' : ', falling';
}
