/** Emoji names and the characters they stand for. */
export type EmojiNames = ReadonlyMap<string, string>;

/** Those people answer with; a message usually explains the others itself. */
const common: EmojiNames = new Map([
  ['+1', '👍'],
  ['thumbsup', '👍'],
  ['-1', '👎'],
  ['thumbsdown', '👎'],
  ['ok_hand', '👌'],
  ['ok', '🆗'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔️'],
  ['x', '❌'],
  ['warning', '⚠️'],
  ['pray', '🙏'],
  ['tada', '🎉'],
  ['clap', '👏'],
  ['raised_hands', '🙌'],
  ['wave', '👋'],
  ['heart', '❤️'],
  ['smile', '😄'],
  ['smiley', '😃'],
  ['grinning', '😀'],
  ['blush', '😊'],
  ['slightly_smiling_face', '🙂'],
  ['relieved', '😌'],
  ['neutral_face', '😐'],
  ['slightly_frowning_face', '🙁'],
  ['worried', '😟'],
  ['disappointed', '😞'],
  ['cry', '😢'],
  ['sob', '😭'],
  ['scream', '😱'],
  ['rage', '😡'],
  ['angry', '😠'],
  ['fire', '🔥'],
  ['rotating_light', '🚨'],
  ['sos', '🆘'],
  ['one', '1️⃣'],
  ['two', '2️⃣'],
  ['three', '3️⃣'],
  ['four', '4️⃣'],
  ['five', '5️⃣'],
]);

/** The character for a name; null when nobody has explained it. */
export function emojiOf(name: string, explained: EmojiNames = common): string | null {
  return explained.get(name) ?? common.get(name) ?? null;
}

/** How deep the blocks of a message are looked into; Slack's own editor nests five levels. */
const deepest = 12;

/** The emoji that a message's own blocks explain: `{ type: "emoji", name: "+1", unicode: "1f44d" }`. */
export function explainedEmoji(blocks: unknown): EmojiNames {
  const found = new Map<string, string>();
  collect(blocks, { found, depth: 0 });
  return found;
}

function collect(value: unknown, at: { found: Map<string, string>; depth: number }): void {
  if (typeof value !== 'object' || value === null || at.depth > deepest) return;
  const { type, name, unicode } = value as Record<string, unknown>;
  if (type === 'emoji' && typeof name === 'string' && typeof unicode === 'string') {
    const character = characterOf(unicode);
    if (character) at.found.set(name, character);
    return;
  }
  for (const inner of Object.values(value)) collect(inner, { ...at, depth: at.depth + 1 });
}

/** "1f468-200d-1f4bb" → 👨‍💻; null for what is no code point. */
function characterOf(unicode: string): string | null {
  const points = unicode.split('-').map(point => Number.parseInt(point, 16));
  const isSound = points.every(point => point >= 0x20 && point <= 0x10ffff);
  return isSound && points.length <= 12 ? String.fromCodePoint(...points) : null;
}
