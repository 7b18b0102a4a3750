/** What somebody is told once on the page they come back to. */
export const doneWords = {
  noted: 'Written down, for us alone.',
  published: 'Published. They read it in their own place, or when they ask.',
  kept: 'The promise is kept, and whoever knew of it is told.',
  closed: 'The task is done.',
  set: 'That is how often they are asked now.',
  undone: 'Taken back.',
  viewed: 'Kept under that name, for you alone.',
  unviewed: 'That name is forgotten.',
  swapped: 'Changed. Those who serve are told in chat.',
  taken: 'You have it. Nobody else is called.',
  updated: 'Said.',
  resolved: 'Resolved.',
  told: 'Written into the plan. They are told.',
  moved: 'Moved. They are told, with the old and the new times.',
  signed: 'Signed.',
  rehearsing: 'It is being lived through. What came of it stands here in a while.',
  freed: 'It is sent once more.',
  dropped: 'Dropped. Nobody will read it.',
  revoked: 'Ended. It lets nobody in any more.',
  replayed: 'It is told again, under the same ids.',
  untold: 'There was nothing of that time to tell again.',
  imported: 'Brought in.',
  changed: 'Changed. Nothing goes to them before somebody publishes it.',
  reviewed: 'Published. They read it in their own place.',
  pressed: 'Done. What came of it stands in chat.',
} as const;
export type Done = keyof typeof doneWords;

/** The address to come back to once something was done; what stands behind its `#` stays there. */
export function doneAt(address: string, done: Done): string {
  const [path = '', place] = address.split('#');
  const joint = path.includes('?') ? '&' : '?';
  return `${path}${joint}done=${done}${place ? `#${place}` : ''}`;
}

/** The words for what the address says was done; null where it says nothing. */
export function doneIn(query: URLSearchParams): string | null {
  const done = query.get('done') ?? '';
  return Object.hasOwn(doneWords, done) ? doneWords[done as Done] : null;
}
