import { cadenceForm } from './cadence-form.ts';
import type { FormKind } from './filler.ts';
import type { FormName } from './form.ts';
import { handOverForm } from './hand-over-form.ts';
import { logForm } from './log-form.ts';
import { milestoneForm } from './milestone-form.ts';
import { overrideForm } from './override-form.ts';
import { pageForm } from './page-form.ts';

/** The one table of forms. One without a row does not compile. */
export const forms: Readonly<Record<FormName, FormKind>> = {
  cadence: cadenceForm,
  'hand-over': handOverForm,
  log: logForm,
  milestone: milestoneForm,
  override: overrideForm,
  page: pageForm,
};
