/** A stretch of the time after a window, in business hours; a day is eight of them. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

const days: readonly Stretch[] = Array.from({ length: 10 }, (_, index) => ({
  name: `day ${index + 1}`,
  from: index * 8,
  until: (index + 1) * 8,
}));
const weeks: readonly Stretch[] = [3, 4, 5].map(n => ({
  name: `week ${n}`,
  from: (n - 1) * 40,
  until: n * 40,
}));

/** The stretches a vendor's own troubles are counted by: day by day for two weeks, then by the week, then the rest. */
export const stretches: readonly Stretch[] = [
  ...days,
  ...weeks,
  { name: 'later', from: 200, until: Number.POSITIVE_INFINITY },
];

/** Cuts business hours `a` to `b` of the calendar, both after the window, at the stretches they lie in. */
export function cut(
  closes: number,
  a: number,
  b: number,
): { readonly index: number; readonly from: number; readonly until: number }[] {
  return stretches.flatMap((stretch, index) => {
    const from = Math.max(a, closes + stretch.from);
    const until = Math.min(b, closes + stretch.until);
    return from < until ? [{ index, from, until }] : [];
  });
}
