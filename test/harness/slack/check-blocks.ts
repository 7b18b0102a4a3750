import { checkElement, isRaw, Problems, type Raw } from './check-element.ts';

/** All blocks of one message together may hold about so many characters (bolt-js#2509), counted as JSON. */
export const mostBlockCharacters = 13_200;

/** What Slack would find wrong with the blocks of a message: the error's name, and each problem. */
export function checkMessageBlocks(value: unknown): { error: string; problems: string[] } | null {
  const problems = new Problems();
  checkBlocks(problems, value, 50);
  if (problems.list.length > 0) return { error: 'invalid_blocks', problems: problems.list };
  const size = JSON.stringify(value).length;
  if (size <= mostBlockCharacters) return null;
  return { error: 'msg_blocks_too_long', problems: [`${size} characters over all blocks`] };
}

/** What Slack would find wrong with a modal or home view. */
export function checkView(view: unknown): { error: string; problems: string[] } | null {
  const problems = new Problems();
  if (!isRaw(view)) return { error: 'invalid_arguments', problems: ['view must be an object'] };
  const blocks = checkBlocks(problems, view.blocks, 100);
  problems.text('/view/private_metadata', view.private_metadata, 3000, true);
  problems.text('/view/callback_id', view.callback_id, 255, true);
  problems.text('/view/external_id', view.external_id, 255, true);
  const known = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
  if (view.type === 'modal') {
    for (const part of ['title', 'submit', 'close'] as const) {
      if (view[part] === undefined && part !== 'title') continue;
      problems.textObject(`/view/${part}`, view[part], 24, ['plain_text']);
    }
    const hasInput = blocks.some(({ type }) => type === 'input');
    if (hasInput && view.submit === undefined) problems.add('/view', 'submit is required');
    known.push('title', 'submit', 'close', 'clear_on_close', 'notify_on_close');
  } else if (view.type !== 'home') problems.add('/view/type', 'must be one of modal, home');
  problems.keys('/view', view, known);
  return problems.list.length > 0 ? { error: 'invalid_arguments', problems: problems.list } : null;
}

function checkBlocks(problems: Problems, value: unknown, most: number): readonly Raw[] {
  const blocks = problems.items('/blocks', value, most, 0);
  blocks.forEach((block, index) => {
    const at = `/blocks/${index}`;
    problems.text(`${at}/block_id`, block.block_id, 255, true);
    const check = kinds[String(block.type)];
    if (check) check(problems, at, block);
    else problems.add(`${at}/type`, `unsupported type: ${block.type}`);
  });
  problems.unique(
    '/blocks',
    blocks.map(({ block_id }) => block_id),
    'block_id',
  );
  return blocks;
}

type Check = (problems: Problems, at: string, block: Raw) => void;

const kinds: Readonly<Record<string, Check>> = {
  divider: (problems, at, block) => problems.keys(at, block, ['type', 'block_id']),
  header: (problems, at, block) => {
    problems.textObject(`${at}/text`, block.text, 150, ['plain_text']);
    problems.keys(at, block, ['type', 'block_id', 'text']);
  },
  section: (problems, at, block) => {
    if (block.text === undefined && block.fields === undefined) {
      problems.add(at, 'text or fields is required');
    }
    if (block.text !== undefined) problems.textObject(`${at}/text`, block.text, 3000);
    if (block.fields !== undefined) {
      problems.items(`${at}/fields`, block.fields, 10).forEach((field, index) => {
        problems.textObject(`${at}/fields/${index}`, field, 2000);
      });
    }
    if (isRaw(block.accessory)) checkElement(problems, `${at}/accessory`, block.accessory);
    const known = ['type', 'block_id', 'text', 'fields', 'accessory', 'expand'];
    problems.keys(at, block, known);
  },
  context: (problems, at, block) => {
    problems.items(`${at}/elements`, block.elements, 10).forEach((element, index) => {
      const here = `${at}/elements/${index}`;
      if (element.type === 'image') checkElement(problems, here, element);
      else problems.textObject(here, element, 3000);
    });
    problems.keys(at, block, ['type', 'block_id', 'elements']);
  },
  image: (problems, at, block) => {
    if (isRaw(block.slack_file)) problems.text(`${at}/slack_file/id`, block.slack_file.id, 30);
    else problems.text(`${at}/image_url`, block.image_url, 3000);
    problems.text(`${at}/alt_text`, block.alt_text, 2000);
    problems.keys(at, block, ['type', 'block_id', 'slack_file', 'image_url', 'alt_text', 'title']);
  },
  actions: (problems, at, block) => {
    const elements = problems.items(`${at}/elements`, block.elements, 25);
    elements.forEach((element, index) => {
      checkElement(problems, `${at}/elements/${index}`, element);
    });
    problems.unique(
      `${at}/elements`,
      elements.map(({ action_id }) => action_id),
      'action_id',
    );
    problems.keys(at, block, ['type', 'block_id', 'elements']);
  },
  input: (problems, at, block) => {
    problems.textObject(`${at}/label`, block.label, 2000, ['plain_text']);
    if (block.hint !== undefined) {
      problems.textObject(`${at}/hint`, block.hint, 2000, ['plain_text']);
    }
    if (isRaw(block.element)) checkElement(problems, `${at}/element`, block.element);
    else problems.add(`${at}/element`, 'is required');
    const known = ['type', 'block_id', 'label', 'element', 'dispatch_action', 'hint', 'optional'];
    problems.keys(at, block, known);
  },
  rich_text: (problems, at, block) => {
    problems.items(`${at}/elements`, block.elements, 1000).forEach((element, index) => {
      checkRich(problems, `${at}/elements/${index}`, element);
    });
    problems.keys(at, block, ['type', 'block_id', 'elements']);
  },
};

const richGroups = [
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
];

function checkRich(problems: Problems, at: string, element: Raw): void {
  if (richGroups.includes(String(element.type))) {
    problems.items(`${at}/elements`, element.elements, 1000, 0).forEach((inner, index) => {
      checkRich(problems, `${at}/elements/${index}`, inner);
    });
    return;
  }
  const check = richLeaves[String(element.type)];
  if (check) check(problems, at, element);
  else problems.add(`${at}/type`, `unsupported rich text element "${element.type}"`);
}

const richLeaves: Readonly<Record<string, Check>> = {
  text: (problems, at, leaf) => {
    problems.text(`${at}/text`, leaf.text, 3000);
    problems.keys(at, leaf, ['type', 'text', 'style']);
  },
  date: (problems, at, leaf) => {
    if (!Number.isInteger(leaf.timestamp)) problems.add(`${at}/timestamp`, 'must be an integer');
    problems.text(`${at}/format`, leaf.format, 300);
    problems.text(`${at}/fallback`, leaf.fallback, 300, true);
    problems.keys(at, leaf, ['type', 'timestamp', 'format', 'fallback', 'url', 'style']);
  },
  link: (problems, at, leaf) => problems.text(`${at}/url`, leaf.url, 3000),
  user: (problems, at, leaf) => problems.text(`${at}/user_id`, leaf.user_id, 30),
  usergroup: (problems, at, leaf) => problems.text(`${at}/usergroup_id`, leaf.usergroup_id, 30),
  broadcast: (problems, at, leaf) => problems.text(`${at}/range`, leaf.range, 10),
  channel: (problems, at, leaf) => problems.text(`${at}/channel_id`, leaf.channel_id, 30),
  emoji: (problems, at, leaf) => problems.text(`${at}/name`, leaf.name, 100),
};
