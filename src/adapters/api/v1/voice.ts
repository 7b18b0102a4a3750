import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import { id, instant } from '../../../setup/values.ts';
import { loadTallies } from '../../../voice/load-tallies.ts';
import { sayingKinds } from '../../../voice/saying.ts';
import { nameOf, type Tally } from '../../../voice/tally.ts';
import { themeStates } from '../../../voice/theme.ts';
import { reaches, reachOf } from './bearer.ts';
import { moment } from './fields.ts';
import { operation } from './operation.ts';

const saying = mapping({
  customer: z.string(),
  person: z.string().nullable(),
  kind: z.enum(sayingKinds),
  at: moment,
  text: z.string(),
});

const theme = mapping({
  number: z.number(),
  name: z.string(),
  state: z.enum(themeStates),
  owner: z.string().nullable(),
  decision: z.string().nullable(),
  decidedAt: moment.nullable(),
  change: z.string().nullable(),
  changedAt: moment.nullable(),
  times: z.number(),
  customers: z.number(),
  people: z.number(),
  weight: z.number(),
  sayings: z.array(saying),
});

function shown(tally: Tally): z.output<typeof theme> {
  const { theme: of, sayings, customers, people, weight } = tally;
  return {
    number: of.number,
    name: nameOf(tally),
    state: of.state,
    owner: of.ownerId,
    decision: of.decision,
    decidedAt: of.decidedAt?.toISOString() ?? null,
    change: of.change,
    changedAt: of.changedAt?.toISOString() ?? null,
    times: sayings.length,
    customers,
    people,
    weight,
    sayings: sayings.map(({ customerId, personId, kind, at, text }) => ({
      customer: customerId,
      person: personId,
      kind,
      at: at.toISOString(),
      text,
    })),
  };
}

/** `GET voice`: what customers say by theme, counted from those this token reaches and from nobody else. */
export const readVoice = operation({
  id: 'readVoice',
  method: 'get',
  path: '/voice',
  summary:
    'What customers say, by theme, what most of them said first; counted from the customers this token reaches. For the vendor alone: it quotes them.',
  may: 'read',
  query: mapping({
    customer: id.optional(),
    since: instant.optional(),
    until: instant.optional(),
  }),
  answers: {
    200: { description: 'The themes', schema: mapping({ items: z.array(theme) }) },
  },
  async handle({ tx }, { bearer, query }) {
    const { customer, since: from, until } = query;
    const wanted = customer === undefined ? reachOf(bearer)?.in : [customer];
    const customerIds = wanted?.filter(one => reaches(bearer, one));
    const tallies = await loadTallies(tx, { customerIds, from, until });
    return { status: 200, body: { items: tallies.map(shown) } };
  },
});
