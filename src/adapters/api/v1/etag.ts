import { createHash } from 'node:crypto';

/** The version of something that is shown: the same for the same JSON, whoever asks. */
export function etagOf(shown: object): string {
  const print = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
  return `"${print.slice(0, 22)}"`;
}

/** True when an If-Match header names this version; `*` names whatever there is. */
export function isMatch(header: string, etag: string | null): boolean {
  if (etag === null) return false;
  return header.split(',').some(one => {
    const tag = one.trim();
    return tag === '*' || tag === etag;
  });
}
