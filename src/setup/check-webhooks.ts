import { find, type Names } from './names.ts';
import type { Path } from './source.ts';

/** Webhooks: that they are about customers of this file, and are told nothing that would never be said to them. */
export function checkWebhooks(names: Names): void {
  const ids = new Set<string>();
  names.setup.webhooks.forEach(({ id, customers, tells, audience }, index) => {
    const path: Path = ['webhooks', index];
    if (id !== null && ids.has(id))
      find(names, [...path, 'id'], `there is already a webhook "${id}". Give this one another id.`);
    ids.add(id ?? '');
    customers.forEach((customer, at) => {
      if (customer !== null && !names.customers.has(customer))
        find(names, [...path, 'customers', at], names.customers.missing(customer));
    });
    if (tells.includes('confidence.changed') && audience !== 'internal')
      find(
        names,
        [...path, 'tells'],
        'the vendor alone reads a confidence; write audience: internal, or leave confidence.changed out.',
      );
  });
}
