/** Teams takes messages of about 80 KB and counts them in UTF-16, two bytes for most characters. */
export const mostBytes = 80 * 1024;

/** What this weighs for Teams once it is on the wire. */
export function bytesOf(content: object): number {
  const text = JSON.stringify(content);
  return Math.max(text.length * 2, Buffer.byteLength(text));
}
