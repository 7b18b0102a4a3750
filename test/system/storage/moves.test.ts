import { afterAll, expect, test } from '@jest/globals';
import { shared } from '../../../src/delivery/audience.ts';
import { sharedCard } from '../../../src/delivery/card.ts';
import { sendMessage } from '../../../src/delivery/send-message.ts';
import { withdrawMessages } from '../../../src/delivery/withdraw-messages.ts';
import { openTestDatabase } from '../../harness/database.ts';

const { database } = await openTestDatabase();
afterAll(() => database.close());

test('what nobody lists as a move of a message is refused in every test, by the database itself', async () => {
  const card = sharedCard('answer', 'northwind', { body: [shared`All is well.`] });
  await database.trip(async trip => {
    await sendMessage(trip, { key: 'm', lane: 'replies', to: { placeId: 'one' }, card });
    await withdrawMessages(trip, ['m']);
  });
  const back = database.client.message.update({ where: { key: 'm' }, data: { state: 'waiting' } });
  await expect(back).rejects.toThrow('A message never goes from withdrawn to waiting.');
});
