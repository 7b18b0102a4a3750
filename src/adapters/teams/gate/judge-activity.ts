import type { BotAccount } from '../account/bot-account.ts';
import { type ServiceHosts, serviceUrlFrom } from '../account/service-url.ts';
import { hostTenantOf, type TeamsActivity } from './activity.ts';
import type { TokenWord } from './check-token.ts';

/** What an activity is held against. */
export interface Standard {
  readonly account: BotAccount;
  readonly hosts: ServiceHosts;
  /** What its token said; null in local mode, where there is none. */
  readonly word: TokenWord | null;
}

/** An activity that may be believed. */
export interface Believed {
  readonly activity: TeamsActivity;
  /** The tenant that hosts the conversation. */
  readonly tenant: string;
  /** Checked, with a slash at the end. */
  readonly serviceUrl: string;
}

/** Tenants and channels are the same in any case; Teams' own ids are lower case. */
const localChannels = ['msteams', 'emulator'];

/**
 * Does the activity say what its token says: the same service URL, at one of Teams' own hosts, from a channel
 * its key may speak for, in our own tenant? Null for anything else.
 */
export function judgeActivity(
  activity: TeamsActivity,
  { account, hosts, word }: Standard,
): Believed | null {
  const serviceUrl = serviceUrlFrom(activity.serviceUrl, hosts);
  const tenant = hostTenantOf(activity);
  if (!serviceUrl || !tenant) return null;
  if (account.kind === 'local')
    return localChannels.includes(activity.channelId) ? { activity, tenant, serviceUrl } : null;
  if (word?.serviceUrl !== activity.serviceUrl) return null;
  if (activity.channelId !== 'msteams' || !word.endorsements.includes('msteams')) return null;
  const isOurs = tenant.toLowerCase() === account.appTenantId.toLowerCase();
  return isOurs || account.appType === 'MultiTenant' ? { activity, tenant, serviceUrl } : null;
}
