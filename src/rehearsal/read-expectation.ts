import type { Path } from '../setup/source.ts';
import { minute, plus } from '../shared/time.ts';
import { complain, type Findings, known, momentOf } from './findings.ts';
import type { Expectation, Wanted } from './scenario.ts';
import type { ExpectationForm } from './scenario-schema.ts';

/** Makes one expectation of what was written; what is wrong goes into the findings. */
export function readExpectation(
  findings: Findings,
  form: ExpectationForm,
  { path, line }: { readonly path: Path; readonly line: number | null },
): Expectation {
  const moment = (key: 'by' | 'after' | 'at'): Date | null => {
    const text = form[key];
    return text === undefined ? null : momentOf(findings, text, [...path, key]);
  };
  const at = moment('at');
  checkForm(findings, form, path);
  return {
    line,
    what: wantedOf(findings, form, path),
    from: at ?? moment('after'),
    until: at ? plus(at, minute - 1) : moment('by'),
    ...countsOf(form),
  };
}

function wantedOf(findings: Findings, form: ExpectationForm, path: Path): Wanted {
  const { place, person, customer } = form;
  if (place !== undefined) known(findings, 'places', { id: place, path: [...path, 'place'] });
  if (person !== undefined) known(findings, 'people', { id: person, path: [...path, 'person'] });
  if (customer !== undefined) {
    known(findings, 'customers', { id: customer, path: [...path, 'customer'] });
  }
  return {
    kind: form.event === undefined ? 'message' : 'event',
    to: place ?? person ?? null,
    customer: customer ?? null,
    name: form.event ?? form.message ?? null,
    via: form.via ?? null,
    audience: form.audience ?? null,
    offers: form.offers ?? null,
    edited: form.edited ?? null,
    contains: form.contains ?? [],
    matches: form.matches ?? null,
  };
}

function countsOf({ never, count }: ExpectationForm): Pick<Expectation, 'atLeast' | 'atMost'> {
  if (never) return { atLeast: 0, atMost: 0 };
  if (!count) return { atLeast: 1, atMost: null };
  if (count.exactly !== undefined) return { atLeast: count.exactly, atMost: count.exactly };
  return { atLeast: count.atLeast ?? 0, atMost: count.atMost ?? null };
}

function checkForm(findings: Findings, form: ExpectationForm, path: Path): void {
  const { place, person, event, at, by, after, never, count } = form;
  const of = (key: string): Path => [...path, key];
  if (place !== undefined && person !== undefined) {
    complain(findings, of('person'), 'a message goes to one of them; write place or person');
  }
  if (event !== undefined && (form.message ?? form.via ?? form.offers ?? place ?? person)) {
    complain(
      findings,
      of('event'),
      'a fact is not sent anywhere; leave message, place, person, via and offers out',
    );
  }
  if (at !== undefined && (by ?? after) !== undefined) {
    complain(findings, of('at'), 'write at alone, or by and after');
  }
  if (never && count) complain(findings, of('never'), 'write never or count, not both');
  const { atLeast, atMost, exactly } = count ?? {};
  if (exactly !== undefined && (atLeast ?? atMost) !== undefined) {
    complain(findings, of('count'), 'write exactly alone, or atLeast and atMost');
  }
}
