/** Says "something in the room has changed" to whoever looks at it. */
export interface ChangeSignal {
  publish(): void;
  /** Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}

/** A signal nobody listens to yet. */
export function createChangeSignal(): ChangeSignal {
  const listeners = new Set<() => void>();
  return {
    publish() {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
