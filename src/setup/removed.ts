/** How taking something out of the setup ended; `why` says what still leans on it. */
export type Removed =
  | { readonly outcome: 'removed' | 'unknown' }
  | { readonly outcome: 'needed'; readonly why: string };
