import type { Trip, Tx } from '../../../src/shared/database.ts';

/** A trip that counts what it asks the database, at most one statement too many for what is remembered. */
export function countedTrip(trip: Trip): { readonly trip: Trip; readonly asked: () => number } {
  let asked = 0;
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          asked += 1;
          return value.apply(from, values);
        };
      },
    });
  const tx: Tx = new Proxy(trip.tx, {
    get: (from, name) => {
      const value: unknown = Reflect.get(from, name);
      return typeof value === 'object' && value !== null ? counted(value) : value;
    },
  });
  const run: Trip['run'] = (statement, values) => {
    asked += 1;
    return trip.run(statement, values);
  };
  return { trip: { ...trip, tx, run }, asked: () => asked };
}
