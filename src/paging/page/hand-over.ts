import { z } from 'zod';

/** What whoever passes a page on tells the next: what it does to the customer, what was tried, what is needed. */
export const handOverForm = z.object({
  impact: z.string().nullable(),
  tried: z.string().nullable(),
  needed: z.string().nullable(),
});

export type HandOver = z.infer<typeof handOverForm>;

/** Its parts with their labels, without those nobody told. */
export function handOverParts({ impact, tried, needed }: HandOver): [string, string][] {
  const parts: [string, string | null][] = [
    ['Impact', impact],
    ['Tried', tried],
    ['Needed', needed],
  ];
  return parts.flatMap(([label, told]) => (told ? [[label, told]] : []));
}

const labels = { impact: 'impact', tried: 'tried', needed: 'needed' } as const;
const labelled = /\b(impact|tried|needed|needs?)\s*:\s*/gi;

/** "Tom impact: nobody can post tried: restarted it" as what stands before the labels and what they tell. */
export function readHandOver(said: string): { rest: string; handOver: HandOver | null } {
  const marks = [...said.matchAll(labelled)];
  const told: Record<keyof HandOver, string | null> = { impact: null, tried: null, needed: null };
  marks.forEach((mark, index) => {
    const word = (mark[1] ?? '').toLowerCase();
    const key = word.startsWith('need')
      ? labels.needed
      : word === 'tried'
        ? labels.tried
        : labels.impact;
    const text = said.slice(mark.index + mark[0].length, marks[index + 1]?.index);
    told[key] = text.trim().replace(/[,;]$/, '') || null;
  });
  const rest = said
    .slice(0, marks[0]?.index)
    .trim()
    .replace(/[,;:]$/, '');
  return { rest, handOver: marks.length > 0 ? told : null };
}
