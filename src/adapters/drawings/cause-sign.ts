import type { EvidenceKind } from '../../confidence/policy.ts';

/** How a chart marks what moved it: by shape first, by colour second. */
export function causeSign(kind: EvidenceKind): { readonly name: string; readonly sign: string } {
  if (kind === 'silence') return { name: 'silence', sign: '○' };
  const isCalm = ['fine', 'good', 'thanks', 'word'].includes(kind);
  return isCalm ? { name: 'calm', sign: '●' } : { name: 'trouble', sign: '▲' };
}
