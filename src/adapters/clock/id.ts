const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}0123456789`;

/** Twenty lower-case letters and digits, the first a letter, drawn with `below(n)`: a whole number in [0, n). */
export function idFrom(below: (n: number) => number): string {
  let id = letters.charAt(below(letters.length));
  while (id.length < 20) id += alphabet.charAt(below(alphabet.length));
  return id;
}
