/** As whom we speak. `local`: as nobody, to Microsoft's Agents Playground on this machine. */
export type BotAccount =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'tenant';
      readonly appId: string;
      /** Null for a managed identity, which has none. */
      readonly appPassword: string | null;
      readonly appTenantId: string;
      readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
    };
