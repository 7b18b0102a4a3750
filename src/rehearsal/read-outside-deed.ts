import type { ContactMethod } from '../customers/person.ts';
import type { Path } from '../setup/source.ts';
import { unreachable } from '../shared/errors.ts';
import { type Findings, known } from './findings.ts';
import { parseEntry } from './read-entry.ts';
import type { ScenarioAction } from './scenario.ts';
import type { EntryKind } from './scenario-schema.ts';

/** The entries about media outside chat, and about who is reached by them. */
export type OutsideEntry = Extract<
  EntryKind,
  'unreachable' | 'reachable' | 'medium' | 'replies' | 'keys' | 'confirms'
>;

/** What an entry about the world outside chat does, and when as it is written; null when it cannot be read. */
export function readOutsideDeed(
  findings: Findings,
  form: OutsideEntry,
  { entry, path }: { readonly entry: unknown; readonly path: Path },
): { at: string; deed: ScenarioAction } | null {
  const person = (id: string): string =>
    known(findings, 'people', { id, path: [...path, 'person'] });
  switch (form) {
    case 'unreachable': {
      const read = parseEntry(findings, { form, entry, path });
      return (
        read && {
          at: read.at,
          deed: cutOff(findings, read.unreachable, { via: read.via, path: [...path, form] }),
        }
      );
    }
    case 'reachable': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const deed = cutOff(findings, read.reachable, { via: read.via, path: [...path, form] });
      return { at: read.at, deed: { ...deed, reachable: true } };
    }
    case 'medium': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { medium, becomes } = read;
      return { at: read.at, deed: { kind: form, medium, becomes } };
    }
    case 'replies': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { replies: text, via } = read;
      return { at: read.at, deed: { kind: form, personId: person(read.person), text, via } };
    }
    case 'keys': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { keys, via } = read;
      return { at: read.at, deed: { kind: form, personId: person(read.person), keys, via } };
    }
    case 'confirms': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { confirms: action, via } = read;
      return { at: read.at, deed: { kind: form, personId: person(read.person), action, via } };
    }
    default:
      return unreachable(form);
  }
}

function cutOff(
  findings: Findings,
  id: string,
  { via, path }: { readonly via: ContactMethod | undefined; readonly path: Path },
): Extract<ScenarioAction, { kind: 'reach' }> {
  const kind = findings.cast?.places.has(id) ? 'places' : 'people';
  known(findings, kind, { id, path });
  return { kind: 'reach', id, via: via ?? null, reachable: false };
}
