import { z } from 'zod';

const most = 60;

/** A field that a form may send once or several times. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (Array.isArray(value) ? value : [value]))
  .pipe(z.array(z.string().max(200)).max(most));
