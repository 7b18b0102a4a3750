import type { Trip } from '../shared/database.ts';
import { lookAgain } from './look-again.ts';
import type { RuleName } from './rules.ts';

export interface RuleSetting {
  readonly customerId: string;
  readonly rule: RuleName;
  readonly to: 'on' | 'off';
  readonly byId: string;
  readonly why: string | null;
}

/** Switches a rule off for a customer's requests, or on again, with the audit's line; what is undecided is looked at anew. */
export async function setRule(trip: Trip, setting: RuleSetting): Promise<void> {
  const { tx, now, random } = trip;
  const { customerId, rule, to, byId, why } = setting;
  if (to === 'off') {
    const row = { customerId, rule, byId, why: why ?? '', at: now };
    await tx.ruleOff.upsert({
      where: { customerId_rule: { customerId, rule } },
      create: row,
      update: row,
    });
  } else await tx.ruleOff.deleteMany({ where: { customerId, rule } });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: `rule.${to}`,
      customerId,
      subject: rule,
      why,
    },
  });
  await lookAgain(trip, customerId);
}
