const unitMinutes = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1, s: 1 / 60 } as const;

/** "2m", "90s", "1h30m", "1w" as minutes; null for anything else. */
export function durationMinutes(text: string): number | null {
  if (!/^(?:\d{1,6}(?:\.\d{1,3})?[smhdw])+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)([smhdw])/g)) {
    total += Number(amount) * unitMinutes[unit as keyof typeof unitMinutes];
  }
  return total;
}

/** Minutes as a file writes them, in the largest unit that comes out even: "1w", "90m", "15s". */
export function durationText(minutes: number): string {
  const [unit] = Object.entries(unitMinutes).find(([, each]) => isWhole(minutes / each)) ?? ['s'];
  const amount = minutes / unitMinutes[unit as keyof typeof unitMinutes];
  return `${isWhole(amount) ? Math.round(amount) : amount.toFixed(3)}${unit}`;
}

function isWhole(amount: number): boolean {
  return amount >= 1 && Math.abs(amount - Math.round(amount)) < 1e-6;
}
