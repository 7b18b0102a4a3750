/**
 * What a browser may do with our pages: no script or style but our own files, nothing from elsewhere, in nobody's frame,
 * and no text that becomes markup but by the one policy of console.js. `same-origin` and not `no-referrer`: with the
 * latter browsers send "Origin: null" with our own forms (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
 */
export const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types handrail",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
} as const;
