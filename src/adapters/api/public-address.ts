import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../shared/loopback.ts';

/** Whether addresses of this machine may be called as well: for tests and for trying things out. */
export type Loopback = 'refused' | 'allowed';

/** What IANA's registry of special addresses says is not reached over the internet, and what is kept for later. */
const special = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** Of IPv6 nothing outside this is given to anybody, and what maps or tunnels to IPv4 stands outside or below. */
const given = listOf('ipv6', ['2000::/3']);
const special6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** True for an IP address that belongs to somebody on the internet, and to nobody's own network or machine. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && given.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

/** What is wrong with calling this address, whatever its name stands for; null when nothing is. */
export function addressProblem(url: URL, loopback: Loopback): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.username || url.password) return 'the address carries a name or a password';
  if (loopback === 'allowed' && isLoopback(host)) return null;
  if (url.protocol !== 'https:') return 'the address does not begin with https://';
  if (isIP(host) && !isPublicAddress(host)) return `${host} is no public address`;
  return null;
}

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    list.addSubnet(base, Number(bits), family);
  }
  return list;
}
