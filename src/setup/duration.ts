const unitMinutes = { s: 1 / 60, m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;

/** "2m", "90s", "1h30m", "1w" as minutes; null for anything else. */
export function durationMinutes(text: string): number | null {
  if (!/^(?:\d{1,6}(?:\.\d{1,3})?[smhdw])+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)([smhdw])/g)) {
    total += Number(amount) * unitMinutes[unit as keyof typeof unitMinutes];
  }
  return total;
}
