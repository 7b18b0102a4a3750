import { shared, words } from '../../src/delivery/audience.ts';
import type { Picture } from '../../src/delivery/picture.ts';
import { openly } from '../../src/timeline/event.ts';

const at = '2026-03-06T22:30:00.000Z';
const until = '2026-03-07T02:00:00.000Z';

/** What the picture shows, in words. */
export const pictureWords = 'The ERP go-live: one step of one is planned.';

/** A picture of one step, with a name that markup and small fonts stumble over. */
export const onePicture: Picture<'shared'> = {
  title: 'Northwind: ERP go-live',
  alt: shared`${words(openly<string>(pictureWords))}`,
  timeZone: 'America/New_York',
  at,
  window: {
    from: at,
    until,
    steps: [
      {
        ...{ key: 'open', name: 'Open <the> ledger & 開始', state: 'planned', original: null },
        ...{ planned: { from: at, until }, startedAt: null, endedAt: null },
      },
    ],
  },
  course: null,
};
