/** An emoji as somebody writes it in the setup or as a platform names it: ":Raised_Hand::skin-tone-2:" is "raised_hand". */
function plain(emoji: string): string {
  return emoji.toLowerCase().replace(/^:+/, '').replace(/:.*$/, '').replaceAll('\ufe0f', '');
}

/** How Teams begins the name of an emoji: by its code point, "1f64b_happypersonraisinghand". */
function codeOf(emoji: string): string {
  return emoji.codePointAt(0)?.toString(16) ?? '';
}

/** Is what a platform tells of one of these emoji, as Slack names them or as they look? */
export function isOneOf(emoji: readonly string[], told: string): boolean {
  const shown = plain(told);
  const [code] = shown.split('_');
  return emoji.map(plain).some(one => one === shown || codeOf(one) === code);
}
