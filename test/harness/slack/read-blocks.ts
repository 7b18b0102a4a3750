import { isRaw, type Raw } from './check-element.ts';

/**
 * The words of a message's blocks as somebody reads them, one line for each line: markup resolved, entities
 * unescaped, every date as its fallback says it. Buttons are left out.
 */
export function readBlocks(blocks: unknown): string {
  if (!Array.isArray(blocks)) return '';
  return blocks.filter(isRaw).flatMap(linesOf).join('\n');
}

function linesOf(block: Raw): string[] {
  switch (block.type) {
    case 'rich_text':
      return rawList(block.elements).map(section => rawList(section.elements).map(leaf).join(''));
    case 'context':
      return [rawList(block.elements).map(textObject).join(' ')];
    case 'section':
    case 'header':
      return isRaw(block.text) ? [textObject(block.text)] : [];
    default:
      return [];
  }
}

function leaf(element: Raw): string {
  return String(element.type === 'date' ? element.fallback : (element.text ?? ''));
}

function textObject({ type, text }: Raw): string {
  return type === 'mrkdwn' ? readMrkdwn(String(text)) : String(text);
}

/** One mrkdwn string as it is read: dates by their fallback, entities as characters. */
export function readMrkdwn(mrkdwn: string): string {
  return unescaped(mrkdwn.replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1'));
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function rawList(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : [];
}
