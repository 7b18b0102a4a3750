/** What can stand in one field of a table. */
export type Cell = string | number | boolean | null;

/** Lines of CSV as RFC 4180 has it, with these endings. */
export function csvText(rows: readonly (readonly Cell[])[], ending: '\n' | '\r\n' = '\n'): string {
  return rows.map(row => `${row.map(csvCell).join(',')}${ending}`).join('');
}

/** One field. What a spreadsheet would take for a formula gets a quotation mark before it (OWASP, "CSV Injection"). */
export function csvCell(value: Cell): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = /^[\s\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
