import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, html, lines } from '../../../src/adapters/markup/html.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>',
  '&lt;script&gt;',
  'javascript:alert(1)',
  '\u0000<\u0000script>',
  '‮evil',
  '<!--',
  ']]>',
];

describe('markup', () => {
  test.each(hostile)('%j becomes text wherever it stands', text => {
    const page = html`<p title="${text}">${text}</p>`.markup;
    const inside = page.slice('<p title="'.length, -'</p>'.length);
    expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
  });

  test('of any string has no tag and no quote of its own, and says the same once read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(read(escaped)).toBe(withoutControls(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps markup made by it as it is, lists in order, and shows nothing for nothing', () => {
    const parts = [html`<b>1</b>`, '<2>', 3, null, undefined, false as const];
    expect(html`<p>${parts}</p>`.markup).toBe('<p><b>1</b>&lt;2&gt;3</p>');
  });

  test('keeps the line breaks somebody typed', () => {
    expect(lines('a\r\nb\n<c>\rd').markup).toBe('a<br>b<br>&lt;c&gt;<br>d');
  });
});

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function read(markup: string): string {
  return markup.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity);
}

function withoutControls(text: string): string {
  const isKept = (code: number) =>
    code === 9 || code === 10 || code === 13 || (code > 31 && code !== 127);
  return Array.from(text)
    .filter(letter => isKept(letter.codePointAt(0) ?? 0))
    .join('');
}
