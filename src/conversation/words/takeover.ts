const leaving =
  /^(?:ok[,. ]+)?i(?:'m| am)? (?:off|out|away|done|gone|leaving|going (?:home|to bed)|on (?:holiday|leave))\b[^,.;:]{0,40}[,.;:–-]*\s*(?:and )?(?<name>[\p{L}][\p{L}\p{M}' -]{0,60}?) (?:will )?(?:takes?|has|covers?|stands?|is) (?:over|it|this|in|for me|on)\b/iu;

/** Who has it from now on, in "I'm off, Tom takes over"; null when nobody leaves. */
export function readTakeover(text: string): string | null {
  return leaving.exec(text.trim().replaceAll('’', "'"))?.groups?.name?.trim() ?? null;
}
