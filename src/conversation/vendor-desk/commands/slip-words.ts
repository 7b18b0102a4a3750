import { momentIn } from '../../../understanding/times/moment.ts';
import type { Asking } from '../../../understanding/times/reckon.ts';
import { readMilestone } from './milestone-words.ts';

/** A step that is late, why, and what its new time is; in whatever order somebody says it. */
export interface SaidSlip {
  readonly name: string;
  readonly reason: string | null;
  /** Null = no new time was said. */
  readonly to: Date | null;
}

const marks = /(?:^|[\s,;:]+)(because(?: of)?|as|now|until|new time)(?=\s)/gi;

/** "copy late because the disk is slow, now 01:00" as the step, the reason and the new time; null when no slip is told. */
export function readSlip(said: string, asking: Asking): SaidSlip | null {
  const { head, pieces } = cut(said);
  let reason: string | null = null;
  let to: Date | null = null;
  let rest = head;
  for (const { mark, text } of pieces) {
    const moment = mark === 'because' ? null : newTime(text, asking);
    if (moment) {
      to = moment.at;
      rest = `${rest} ${moment.rest}`;
    } else if (mark === 'because') {
      const [why = '', ...more] = rest.trim() === '' ? text.split(/[,;:]\s*/) : [text];
      reason = why.trim().replace(/[,;.]$/, '') || null;
      rest = `${rest} ${more.join(' ')}`;
    } else rest = `${rest} ${mark} ${text}`;
  }
  const told = rest.replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim();
  const step = readMilestone(told, asking);
  if (step) return step.to === 'late' ? { name: step.name, reason, to } : null;
  const [, name] = /^late\s+(.+)$/i.exec(told) ?? [];
  if (name) return { name, reason, to };
  return to && told !== '' ? { name: told, reason, to } : null;
}

interface Piece {
  readonly mark: string;
  readonly text: string;
}

function cut(said: string): { head: string; pieces: Piece[] } {
  const found = [...said.matchAll(marks)];
  const pieces = found.map((one, index) => {
    const word = (one[1] ?? '').toLowerCase();
    const from = one.index + one[0].length;
    const text = said.slice(from, found[index + 1]?.index).trim();
    return { mark: word.startsWith('because') || word === 'as' ? 'because' : word, text };
  });
  return { head: said.slice(0, found[0]?.index), pieces };
}

function newTime(text: string, asking: Asking): { at: Date; rest: string } | null {
  const moment = momentIn(text, { ...asking, tense: 'future', defaultTime: '09:00' });
  if (!moment?.hasTime || moment.doubt) return null;
  return { at: moment.at, rest: moment.rest };
}
