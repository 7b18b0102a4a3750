import { describe, expect, test } from '@jest/globals';
import { activitySchema } from '../../../src/adapters/teams/gate/activity.ts';
import { readWords } from '../../../src/adapters/teams/inbox/read-words.ts';

const us = '28:handrail';
const mention = { type: 'mention', mentioned: { id: us }, text: '<at>Handrail</at>' };

function wordsOf(text: string, html: string | null = null): string {
  const activity = activitySchema.parse({
    type: 'message',
    serviceUrl: 'https://example.com',
    channelId: 'msteams',
    conversation: { id: 'c' },
    recipient: { id: us },
    text,
    entities: [mention],
    attachments: html === null ? [] : [{ contentType: 'text/html', content: html }],
  });
  return readWords(activity).text;
}

const quotation = (words: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong>Nora</strong><p>${words}</p></blockquote>`;

describe('the words of a message in Teams', () => {
  test.each([
    ['a mark before', '<quoted messageId="1773"/> ack', 'ack'],
    ['a mark with words in it', '<quoted messageId="1773">page</quoted> yes', 'yes'],
    ['several marks', '<quoted messageId="1"/><quoted messageId="2"/> no', 'no'],
    ['a mark behind our name', '<at>Handrail</at> <quoted messageId="1773"/> yes', 'yes'],
    ['a mark alone', '<quoted messageId="1773"/>', ''],
  ])('are without %s', (_what, text, own) => {
    expect(wordsOf(text)).toBe(own);
  });

  test.each([
    [
      'a quotation',
      'Nora page\n\nis that for us?',
      `${quotation('page')}<p>is that for us?</p>`,
      'is that for us?',
    ],
    ['a quotation and nothing else', '', quotation('page'), ''],
    [
      'two quotations',
      'page page yes',
      `${quotation('page')}<p>yes</p>${quotation('page')}`,
      'yes',
    ],
    ['one quotation in another', '', `${quotation(quotation('page'))}<p>ok</p>`, 'ok'],
    [
      'a quotation after our name',
      'page yes',
      `<p><span itemtype="http://schema.skype.com/Mention">Handrail</span></p>${quotation('page')}<p>yes</p>`,
      'yes',
    ],
  ])('are without %s', (_what, text, html, own) => {
    expect(wordsOf(text, html)).toBe(own);
  });

  test('stay as they are when nothing is quoted', () => {
    expect(wordsOf('the ledger is down', '<p>the ledger is down</p>')).toBe('the ledger is down');
  });
});
