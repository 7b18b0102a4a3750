import type { Exported } from './export-subject.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function html(text: string): string {
  return text.replace(/[&<>"]/g, mark => escapes[mark] ?? mark);
}

/** What is known of somebody as a page to read: the same as the JSON, nothing more and nothing less. */
export function readableExport({ subject, at, tables }: Exported): string {
  const title = `What Handrail knows of ${html(subject.name)}`;
  const parts = Object.entries(tables).map(
    ([table, rows]) =>
      `<h2>${html(table.replaceAll('_', ' '))} <small>${rows.length}</small></h2>${rows.map(rowHtml).join('')}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;border-top:1px solid #ccc;padding:.5rem 0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}</style>
<h1>${title}</h1><p>${html(subject.kind)} ${html(subject.id)}, as of ${html(at)}.</p>${parts.join('\n')}</html>
`;
}

function rowHtml(row: Readonly<Record<string, unknown>>): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null && value !== '');
  const lines = filled.map(
    ([key, value]) => `<dt>${html(key)}</dt><dd>${html(textOf(value))}</dd>`,
  );
  return `<dl>${lines.join('')}</dl>`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
