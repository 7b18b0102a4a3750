import { levelWord, percentWords } from '../../../confidence/words.ts';
import { type Html, html } from '../../markup/html.ts';

const meterWidth = 48;

/** How sure we may be that they are fine: the word, the number, and a bar. */
export function renderConfidence(confidence: number): Html {
  return html`<span class="confidence"><b>${levelWord(confidence)}</b> <span class="quiet">${percentWords(confidence)}</span>
    <svg class="meter" viewBox="0 0 ${meterWidth} 6" width="${meterWidth}" height="6" aria-hidden="true" focusable="false"><rect class="track" width="${meterWidth}" height="6" rx="3"/><rect class="fill" width="${(meterWidth * confidence).toFixed(1)}" height="6" rx="3"/></svg></span>`;
}
