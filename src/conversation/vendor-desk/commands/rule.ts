import { internal } from '../../../delivery/audience.ts';
import { listRulesOff } from '../../../requests/list-rules-off.ts';
import { ruleNames, rules } from '../../../requests/rules.ts';
import { setRule } from '../../../requests/set-rule.ts';
import type { Trip } from '../../../shared/database.ts';
import { note, type Reply } from '../../replies/reply.ts';
import { splitWhy } from '../../words/cadence-words.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `rule northwind double off because …`: a check of a customer's requests is switched off, or on again. */
export async function rule(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const { text, why } = splitWhy(rest);
    const [, said = '', wish = ''] = /^(\S+)\s+(off|on)$/i.exec(text.trim()) ?? [];
    const name = ruleNames.find(each => each === said.toLowerCase());
    if (!name) {
      const off = await listRulesOff(trip.tx, customer.id);
      const lines = ruleNames.map(
        each => internal`${each}${off.has(each) ? ' (off)' : ''}: ${rules[each].reason}`,
      );
      return [
        note(customer.id, internal`What is asked of each request of ${customer.name}:`, ...lines),
      ];
    }
    const isOff = wish.toLowerCase() === 'off';
    if (isOff && why === null)
      return [
        note(
          customer.id,
          internal`Say why, for the audit: "rule ${customer.id} ${name} off because …".`,
        ),
      ];
    const customerId = customer.id;
    const byId = command.actor.id;
    await setRule(trip, { customerId, rule: name, to: isOff ? 'off' : 'on', byId, why });
    return [note(customer.id, internal`${name} is ${isOff ? 'off' : 'on'} for ${customer.name}.`)];
  });
}
