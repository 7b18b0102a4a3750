/**
 * True for a host name or address that only this machine can reach: localhost, 127.0.0.0/8 and ::1, also in brackets or
 * as IPv6 writes an IPv4 address.
 */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:/, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}
