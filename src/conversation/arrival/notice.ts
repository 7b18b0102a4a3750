import { z } from 'zod';
import { inboundSchema } from './inbound.ts';

const placeRef = z.object({ platform: z.string(), workspace: z.string(), channel: z.string() });

/** What happened to a place on its platform; the adapter has verified it. */
export const noticeSchema = z.object({
  /** The platform's unique event id. */
  id: z.string().min(1),
  notice: z.discriminatedUnion('kind', [
    /** We were added to it, and may speak in it from now on. */
    z.object({ kind: z.literal('joined') }),
    /** We were removed, or uninstalled: nothing said there arrives. */
    z.object({ kind: z.literal('left') }),
    z.object({ kind: z.literal('archived') }),
    z.object({ kind: z.literal('reopened') }),
    /** The same conversation goes on under another id. */
    z.object({ kind: z.literal('moved'), channel: z.string() }),
    /** Its name, or who is connected to it, may have changed. */
    z.object({ kind: z.literal('changed') }),
  ]),
  place: placeRef,
  /** Who did it, when that is known. */
  by: inboundSchema.shape.from.nullable(),
  /** What people call it, "northwind-shared"; null = not known to this event. */
  name: z.string().nullable(),
  /** Workspaces or tenants outside the vendor that read it, as it stands after the event; null = the platform did not say. */
  outside: z.array(z.string()).nullable(),
});

/** A platform's word about a place. */
export type Notice = z.infer<typeof noticeSchema>;
