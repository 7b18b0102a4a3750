import {
  type Sign,
  type Sort,
  signNames,
  sortNames,
} from '../../../situation/portfolio-statement.ts';

/** Which customers somebody wants to see, and in which order. */
export interface PortfolioWish {
  readonly isMine: boolean;
  /** Letters of their names; empty for all. */
  readonly letters: string;
  /** Those of one phase, or with something of one kind about them; null for all. */
  readonly sign: Sign | null;
  /** Null = who needs attention first. */
  readonly sort: Sort | null;
}

/** A wish that somebody has kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly wish: PortfolioWish;
}

/** Every customer, who needs attention first. */
export const everybody: PortfolioWish = { isMine: false, letters: '', sign: null, sort: null };

const mostLetters = 80;

/** Letters that somebody looks for. */
export function lettersOf(query: URLSearchParams): string {
  return (query.get('q') ?? '').trim().slice(0, mostLetters);
}

/** What an address asks for; what it says that nobody could ask for counts as not said. */
export function wishOf(query: URLSearchParams): PortfolioWish {
  return {
    isMine: query.get('whose') === 'mine',
    letters: lettersOf(query),
    sign: signNames.find(one => one === query.get('show')) ?? null,
    sort: sortNames.find(one => one === query.get('sort')) ?? null,
  };
}

/** The same wish as it stands in an address, behind the question mark; empty for `everybody`. */
export function queryOf({ isMine, letters, sign, sort }: PortfolioWish): string {
  return new URLSearchParams({
    ...(isMine && { whose: 'mine' }),
    ...(sign && { show: sign }),
    ...(letters !== '' && { q: letters }),
    ...(sort && { sort }),
  }).toString();
}

/** The address at which a wish is fulfilled. */
export function addressOf(wish: PortfolioWish): string {
  const query = queryOf(wish);
  return query === '' ? '/console' : `/console?${query}`;
}
