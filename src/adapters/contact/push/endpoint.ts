/** The push services browsers use (Chrome and Edge's Android, Firefox, Safari, Windows). Nothing goes anywhere else. */
const services = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const;

const longest = 1_000;

/** Is this an address of a known push service? A browser gives it to us, so whoever is invited could write anything. */
export function isPushEndpoint(text: string): boolean {
  if (text.length > longest || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  return services.some(one => (one.startsWith('.') ? hostname.endsWith(one) : hostname === one));
}
