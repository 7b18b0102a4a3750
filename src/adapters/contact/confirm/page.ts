import { labelFor } from '../../../delivery/in-language.ts';

/** What the small page behind a link shows. */
export interface ConfirmPage {
  readonly lines: readonly string[];
  /** It still waits for an answer. */
  readonly asks: boolean;
  /** What the lines are in; null for English. */
  readonly language: string | null;
}

/** The page as HTML. Opening it does nothing, mail scanners do that; only its buttons answer. */
export function confirmHtml({ lines, asks, language }: ConfirmPage): string {
  const said = lines.map(line => `<p>${escaped(line)}</p>`).join('');
  const buttons = asks
    ? button('page.acknowledge', labelFor('I have it', language)) +
      button('page.reassign', labelFor('Pass on', language))
    : '';
  return `<!doctype html><html lang="${language ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Handrail</title></head><body><main>${said}${buttons}</main></body></html>`;
}

function button(action: string, label: string): string {
  return `<form method="post"><button name="action" value="${action}">${label}</button></form>`;
}

/** Words as HTML shows them, whoever wrote them. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
