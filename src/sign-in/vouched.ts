/** Whom a provider vouches for: what of its word about somebody counts here. */
export interface Vouched {
  /** A mailbox that the provider says it has made sure of; null where it does not say so. */
  readonly mailbox: string | null;
  /** An account that we know from chat as well; null where it names none. */
  readonly account: {
    readonly platform: 'teams';
    readonly workspace: string;
    readonly user: string;
  } | null;
}

interface Claims {
  readonly iss: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly tid?: unknown;
  readonly oid?: unknown;
}

/**
 * What the claims of an identity token say. A mailbox counts only where the provider says that it is verified. Entra says
 * that of none, but names the account: the same that speaks in Teams, where the token is of that very tenant.
 */
export function vouchedBy({ iss, email, email_verified, tid, oid }: Claims): Vouched {
  const isEntra =
    typeof tid === 'string' && iss === `https://login.microsoftonline.com/${tid}/v2.0`;
  return {
    mailbox: typeof email === 'string' && email_verified === true ? email : null,
    account:
      isEntra && typeof oid === 'string' ? { platform: 'teams', workspace: tid, user: oid } : null,
  };
}
