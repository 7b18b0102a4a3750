/** An instant as it stands inside stored words: it is nobody's clock, and is shown on each reader's own. */
export function instantText(at: Date): string {
  return `⟨${at.toISOString()}⟩`;
}

/** A piece of stored words: either words, or an instant among them. */
export type WrittenPiece = { readonly words: string } | { readonly at: Date };

const written = /⟨(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)⟩/;

/** Stored words cut at their instants; without any they are one piece, be it empty. */
export function writtenPieces(text: string): WrittenPiece[] {
  const pieces = text.split(written);
  if (pieces.length === 1) return [{ words: text }];
  return pieces.flatMap((piece, index): WrittenPiece[] => {
    if (index % 2 === 1) return [{ at: new Date(piece) }];
    return piece === '' ? [] : [{ words: piece }];
  });
}

/** Stored words as other programs read them: instants among them stand in UTC, as RFC 3339 has them. */
export function utcWords(text: string): string {
  return writtenPieces(text)
    .map(piece => ('at' in piece ? piece.at.toISOString() : piece.words))
    .join('');
}
