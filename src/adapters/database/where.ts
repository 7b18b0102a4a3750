import type { Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';

/** Where the data lives. */
export type Where =
  | { readonly kind: 'memory' }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** What a trip is given beside its transaction. */
export interface Sources {
  readonly clock: Clock;
  readonly random: Random;
}
