import type { RequestState, ServiceRequest, Work } from './service-request.ts';

/** What of a request can be corrected; what is left out stays. */
export type Correction = Partial<Omit<Work, 'externalId'>>;

/** What somebody does with a request. */
export type Act =
  | { readonly kind: 'approve' }
  /** With a reason, although the rules say it is not billed: at the amount that was sent. */
  | { readonly kind: 'approve-in-full' }
  | { readonly kind: 'waive' }
  | { readonly kind: 'query'; readonly words: string }
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'correct'; readonly to: Correction }
  | { readonly kind: 'reopen' };

export type ActKind = Act['kind'];

/** Every move there is; what has no entry is not possible. What was exported moves no more. */
const moves: Readonly<Record<ActKind, Partial<Record<RequestState, RequestState>>>> = {
  approve: { waiting: 'approved', queried: 'approved' },
  'approve-in-full': { waiting: 'approved', queried: 'approved' },
  waive: { waiting: 'waived', queried: 'waived' },
  query: { waiting: 'queried', queried: 'queried' },
  answer: { queried: 'waiting' },
  correct: { waiting: 'waiting', queried: 'waiting', approved: 'waiting', waived: 'waiting' },
  reopen: { approved: 'waiting', waived: 'waiting' },
};

export type Move =
  | { readonly kind: 'to'; readonly state: RequestState }
  | { readonly kind: 'exported' }
  | { readonly kind: 'impossible'; readonly from: RequestState }
  /** It cannot be approved while nobody can tell its price. */
  | { readonly kind: 'no-price' };

/** Where an act takes a request. */
export function moveOf(
  request: Pick<ServiceRequest, 'state' | 'exportId' | 'proposedMinor' | 'currency' | 'work'>,
  act: ActKind,
): Move {
  if (request.exportId !== null) return { kind: 'exported' };
  const state = moves[act][request.state];
  if (!state) return { kind: 'impossible', from: request.state };
  const isPriced = request.currency === null || billedAmount(request) !== null;
  if (act === 'approve' && !isPriced) return { kind: 'no-price' };
  if (
    act === 'approve-in-full' &&
    request.currency !== null &&
    request.work.amountMinor === undefined
  )
    return { kind: 'no-price' };
  return { kind: 'to', state };
}

/**
 * What is billed when somebody approves: what was sent, but never more than nothing for what is not billed by the
 * contract, and never included hours that were not deducted: there the contract's price counts.
 */
export function billedAmount({
  work,
  proposedMinor,
  findings = [],
}: Pick<ServiceRequest, 'work' | 'proposedMinor'> & Partial<Pick<ServiceRequest, 'findings'>>):
  | number
  | null {
  const sent = work.amountMinor;
  if (sent === undefined) return proposedMinor;
  if (proposedMinor === 0) return 0;
  const isUndeducted = findings.some(({ rule }) => rule === 'covered-by-contract-not-deducted');
  return isUndeducted && proposedMinor !== null ? Math.min(sent, proposedMinor) : sent;
}

/** A work with what was corrected. An amount that was computed from what is corrected no longer stands. */
export function corrected<W extends Work>(work: W, to: Correction): W {
  const given = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
  const isRecomputed = ['minutes', 'rate', 'role', 'startedAt', 'closedAt'].some(
    key => key in given,
  );
  const kept =
    isRecomputed && !('amountMinor' in given) ? { ...work, amountMinor: undefined } : work;
  // Another role has another price.
  const plain = 'role' in given && !('rate' in given) ? { ...kept, rate: undefined } : kept;
  return { ...plain, ...given };
}
