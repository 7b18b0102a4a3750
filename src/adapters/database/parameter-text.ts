/** A value as PostgreSQL reads it in text form; the server knows the type from the statement. */
export function parameterText(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`;
  return plainText(value);
}

function plainText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Quoted, so that commas, braces, quotes and the word NULL are only text. */
function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`;
  const text = typeof value === 'string' ? value : plainText(value);
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
