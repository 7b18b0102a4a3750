/** Where Teams' connector lives; the bearer token goes to these and to nowhere else. Anybody can register other *.trafficmanager.net names. */
export const teamsOrigins: readonly string[] = [
  'https://smba.trafficmanager.net',
  'https://smba.infra.gcc.teams.microsoft.com',
  'https://smba.infra.gov.teams.microsoft.us',
];

/** Which service URLs are taken: exactly these origins, or (in local mode) any port of this machine. */
export type ServiceHosts = readonly string[] | 'loopback';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** The service URL with a slash at the end, or null when it does not lead to one of the hosts. */
export function serviceUrlFrom(text: string, hosts: ServiceHosts): string | null {
  // Only plain characters: what one URL parser reads otherwise than another has no place here.
  if (text.length > 500 || !/^https?:\/\/[\w.:[\]-]+(\/[\w.~/-]*)?$/.test(text)) return null;
  if (text.includes('..') || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isKnown =
    hosts === 'loopback' ? loopbackHosts.includes(url.hostname) : hosts.includes(url.origin);
  if (!isKnown || url.username !== '' || url.password !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
