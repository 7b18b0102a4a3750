const smallest = 10;
const codes = 90;

/** Two digits by which a page is named in a text message: always the same for the same page. */
export function pageCode(pageId: string): string {
  let sum = 0;
  for (const letter of pageId) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return String(smallest + (sum % codes));
}
