import { type SeatName, seatNames } from './seat.ts';

/** What the visitor looks at; it lives in the address, so that every link and form works without a script. */
export interface RoomChoice {
  readonly customer: string | null;
  /** Who sits in each seat; null = the one who is most at home there. */
  readonly sitters: Readonly<Record<SeatName, string | null>>;
  /** Which conversation is open in each seat; null = the first. */
  readonly views: Readonly<Record<SeatName, string | null>>;
  /** The seat shown where only one fits. */
  readonly seat: SeatName;
}

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,127}$/u;

/** True for something that can be an id of ours; everything else is refused before it reaches a query. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}

/** The choice in a query string; what is not understood is left out. */
export function choiceFrom(query: URLSearchParams): RoomChoice {
  const id = (name: string) => {
    const value = query.get(name);
    return isId(value) ? value : null;
  };
  const bySeat = (prefix: string) => ({
    customer: id(`${prefix}-customer`),
    advocate: id(`${prefix}-advocate`),
    manager: id(`${prefix}-manager`),
  });
  return {
    customer: id('customer'),
    sitters: bySeat('as'),
    views: bySeat('in'),
    seat: seatNames.find(name => name === query.get('seat')) ?? 'customer',
  };
}

/** The address of a choice, changed in some ways. */
export function addressOf(choice: RoomChoice, change: Partial<RoomChoice> = {}): string {
  const { customer, sitters, views, seat } = { ...choice, ...change };
  const query = new URLSearchParams();
  if (customer) query.set('customer', customer);
  for (const name of seatNames) {
    const sitter = sitters[name];
    const view = views[name];
    if (sitter) query.set(`as-${name}`, sitter);
    if (view) query.set(`in-${name}`, view);
  }
  if (seat !== 'customer') query.set('seat', seat);
  const text = query.toString();
  return text === '' ? '/' : `/?${text}`;
}

/** The choice with somebody else in a seat, looking at that person's first conversation. */
export function withSitter(choice: RoomChoice, seat: SeatName, sitter: string): RoomChoice {
  return {
    ...choice,
    seat,
    sitters: { ...choice.sitters, [seat]: sitter },
    views: { ...choice.views, [seat]: null },
  };
}

/** The choice with another conversation open in a seat. */
export function withView(choice: RoomChoice, seat: SeatName, view: string): RoomChoice {
  return { ...choice, seat, views: { ...choice.views, [seat]: view } };
}
