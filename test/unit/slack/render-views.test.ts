import { describe, expect, test } from '@jest/globals';
import { readFormValues } from '../../../src/adapters/slack/inbox/read-form-values.ts';
import { renderForm } from '../../../src/adapters/slack/render/render-form.ts';
import { renderHome } from '../../../src/adapters/slack/render/render-home.ts';
import type { Field, Form } from '../../../src/conversation/forms/form.ts';
import { internal, time } from '../../../src/delivery/audience.ts';
import { internalCard } from '../../../src/delivery/card.ts';
import { plainText } from '../../../src/delivery/plain-text.ts';
import { checkView } from '../../harness/slack/check-blocks.ts';
import { injections } from '../../harness/slack/injections.ts';
import { readBlocks } from '../../harness/slack/read-blocks.ts';
import { liveIn } from '../../harness/slack/read-mrkdwn.ts';

const reader = { timeZone: 'Europe/London', now: new Date('2026-03-06T23:05:00Z') };
const cards = (count: number, lines: number) =>
  Array.from({ length: count }, (_, index) =>
    internalCard('answer', null, {
      heading: internal`Card ${index}`,
      body: Array.from({ length: lines }, (_each, line) => internal`line ${line} of ${index}`),
      actions: [{ id: 'page.acknowledge', label: 'I have it', subject: `page-${index}` }],
    }),
  );

describe('the home view', () => {
  test('shows every card, one below the other', () => {
    const view = renderHome(cards(5, 2), reader);
    expect(checkView(view)).toBeNull();
    const words = cards(5, 2).map(card => plainText(card, reader));
    expect(readBlocks(view.blocks)).toBe(words.join('\n'));
  });

  test.each([
    [0, 0],
    [1, 400],
    [60, 3],
    [300, 40],
  ])('%d cards of %d lines fit', (count, lines) => {
    const view = renderHome(cards(count, lines), reader);
    expect(checkView(view)).toBeNull();
    const read = readBlocks(view.blocks);
    const left = Number(/… (\d+) more cards?, ask/.exec(read)?.[1] ?? 0);
    const shown = read.split('\n').filter(line => line.startsWith('Card ')).length;
    expect(shown + left).toBe(count);
  });
});

const fields: readonly Field[] = [
  {
    kind: 'choice',
    id: 'customer',
    label: 'Customer',
    value: 'c2',
    options: [
      { value: 'c1', label: 'Northwind' },
      { value: 'c2', label: 'Lakeside' },
    ],
    isLive: true,
  },
  { kind: 'text', id: 'words', label: 'What happened', value: 'so far', isLong: true },
  { kind: 'time', id: 'until', label: 'Until', value: '2026-03-06T18:40', isOptional: true },
];
const form = (over: Partial<Form> = {}): Form => ({
  name: 'log',
  title: 'Add to the timeline of somebody',
  submitLabel: 'Add',
  timeZone: 'America/New_York',
  fields,
  preview: [internal`Next: ${time(new Date('2026-03-07T15:00:00Z'))}`],
  ...over,
});
const modal = { reader, callbackId: 'handrail_form', privateMetadata: 'log' };

describe('a form as a modal', () => {
  test('holds what is filled in, and asks again when a live choice changes', () => {
    const view = renderForm(form(), modal);
    expect(checkView(view)).toBeNull();
    expect(view.title.text).toHaveLength(24);
    expect(view.blocks).toMatchObject([
      {
        block_id: 'customer',
        dispatch_action: true,
        element: { type: 'static_select', initial_option: { value: 'c2' } },
      },
      { block_id: 'words', element: { multiline: true, initial_value: 'so far' } },
      // 18:40 in New York.
      {
        block_id: 'until',
        optional: true,
        element: { initial_date_time: Date.parse('2026-03-06T23:40:00Z') / 1000 },
      },
      { type: 'divider' },
      { type: 'rich_text' },
      { type: 'context' },
    ]);
    expect(readBlocks(view.blocks)).toContain('Next: Sat 15:00');
  });

  test('what Slack says stands in it is read back on the form’s clock', () => {
    const state = {
      customer: { customer: { type: 'static_select', selected_option: { value: 'c1' } } },
      words: { words: { type: 'plain_text_input', value: 'done' } },
      until: { until: { type: 'datetimepicker', selected_date_time: 1_772_840_400 } },
      empty: { empty: { type: 'plain_text_input', value: null } },
    };
    expect(readFormValues(state, 'America/New_York')).toEqual({
      customer: 'c1',
      words: 'done',
      until: '2026-03-06T18:40',
    });
    expect(readFormValues('nonsense', 'UTC')).toEqual({});
  });

  test.each([0, 1, 100, 101, 2_500])('a choice of %d', count => {
    const options = Array.from({ length: count }, (_, index) => ({
      value: `c${index}`,
      label: `Customer ${index} ${'x'.repeat(80)}`,
    }));
    const choice: Field = {
      kind: 'choice',
      id: 'customer',
      label: 'Customer',
      value: 'c0',
      options,
    };
    const view = renderForm(form({ fields: [choice] }), modal);
    expect(checkView(view)).toBeNull();
    const offered = JSON.stringify(view).match(/"value":"c\d+"/g) ?? [];
    expect(new Set(offered).size).toBe(count);
  });

  test('whatever stands in it, it stays letters', () => {
    for (const words of injections) {
      const options = [{ value: 'c1', label: words || 'x' }];
      const view = renderForm(
        form({
          title: words,
          fields: [
            { kind: 'text', id: 'words', label: words, value: words, hint: words || 'x' },
            { kind: 'choice', id: 'customer', label: words, value: 'c1', options },
          ],
          preview: [internal`${words}`],
        }),
        modal,
      );
      expect(checkView(view)).toBeNull();
      expect(liveIn(view)).toEqual([]);
    }
  });
});
