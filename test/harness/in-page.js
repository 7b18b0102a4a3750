// Runs inside the page under test: what a person with other eyes than ours would meet there.
/* global window, document, getComputedStyle, NodeFilter, OffscreenCanvas */

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function colourOf(css) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

function over([r, g, b, a], [R, G, B]) {
  return [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
}

function behind(element) {
  if (!element) return [255, 255, 255, 1];
  const own = colourOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
}

function luminance([r, g, b]) {
  const [R, G, B] = [r, g, b].map(value => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * R + 0.7152 * G + 0.0722 * B;
}

function contrastOf(element) {
  const back = behind(element);
  const front = over(colourOf(getComputedStyle(element).color), back);
  const [one, other] = [luminance(front), luminance(back)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function isLarge(element) {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
}

/** Every visible text whose contrast with what is behind it is below WCAG AA: 4.5, or 3 for large text. */
function faintTexts() {
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (text === '' || !element.checkVisibility() || element.closest('.visually-hidden')) continue;
    const ratio = contrastOf(element);
    if (ratio < (isLarge(element) ? 3 : 4.5))
      faint.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return faint;
}

/** Every control without a name that a screen reader could say. */
function namelessControls() {
  const controls = document.querySelectorAll(
    'a, button, input:not([type=hidden]), textarea, summary, select',
  );
  return [...controls]
    .filter(control => {
      const labels = [...(control.labels ?? [])].map(label => label.textContent);
      const names = [control.ariaLabel, control.textContent, ...labels];
      return !names.some(name => name?.trim());
    })
    .map(control => control.outerHTML.slice(0, 120));
}

/** What has the focus: its id or words, and how that is shown. */
function focus() {
  const { id, textContent } = document.activeElement;
  return {
    id,
    text: textContent.trim(),
    outline: getComputedStyle(document.activeElement).outlineStyle,
  };
}

window.inPage = { faintTexts, namelessControls, focus };
