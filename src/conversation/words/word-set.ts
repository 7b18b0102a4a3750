/** Words with spaces between them, to be looked up. */
export function wordSet(listed: string): ReadonlySet<string> {
  return new Set(listed.split(' '));
}
