/** Somebody with an account in Entra. */
export interface Member {
  /** Their home tenant. */
  readonly tenant: string;
  /** Their object id in the tenant in which we meet them: for a guest, the one the host tenant gave. */
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  /** Set: a guest in this tenant. */
  readonly guestOf?: string;
}

/** A chat or a channel, as Teams keeps it. */
export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** The tenant that hosts it. */
  readonly tenant: string;
  readonly name: string | null;
  readonly team: { readonly id: string; readonly name: string } | null;
  /** Who reads it. */
  members: readonly Member[];
  /** False once the app was removed. */
  isInstalled: boolean;
  /** Set: writing fails for good, as when a person blocked the bot. */
  isBlocked: boolean;
}

/** How a bot is told about a person ("29:…"); another text in every tenant, which nobody should take for an identity. */
export function memberId({ user }: Member): string {
  return `29:${user.replaceAll('-', '')}`;
}

/** What the members call answers about one person. */
export function memberAccount(member: Member, host: string): Record<string, unknown> {
  const isGuest = member.guestOf === host;
  const upn = isGuest
    ? `${member.email.replace('@', '_')}#EXT#@vendor.onmicrosoft.com`
    : member.email;
  return {
    id: memberId(member),
    name: member.name,
    aadObjectId: member.user,
    objectId: member.user,
    email: member.email,
    userPrincipalName: upn,
    userRole: isGuest ? 'guest' : 'user',
    tenantId: isGuest ? host : member.tenant,
  };
}
