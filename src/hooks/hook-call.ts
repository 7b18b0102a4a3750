import { z } from 'zod';

/** What came in at a door of another system; the adapter has made sure that it is theirs. */
export const hookCallSchema = z.object({
  /** Unique to this delivery: the same one again changes nothing. */
  id: z.string().min(1),
  hook: z.object({
    name: z.string(),
    /** What the sender's header calls it: "deployment_status". */
    event: z.string().nullable(),
    payload: z.unknown(),
  }),
});

/** One delivery of another system. */
export type HookCall = z.infer<typeof hookCallSchema>;
