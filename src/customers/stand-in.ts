interface Account {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
}

/** The id of somebody no setup file lists, made from their account: "slack-t0vend-u123". Listed later under this id, it is the same person. */
export function freshPersonId({ platform, workspace, user }: Account): string {
  return `${platform}-${workspace}-${user}`.toLowerCase();
}

/** What a person of a customer is called until their platform tells a name. */
export function namelessAt(customerName: string): string {
  return `Somebody at ${customerName}`;
}

/** What a colleague is called until their platform tells a name. */
export const namelessOfOurs = 'A colleague';
