import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import { listPagedIds } from '../../paging/page/find-pages.ts';
import type { Tx } from '../../shared/database.ts';
import { listTogether } from '../changes/list-together.ts';
import { pendingFrom } from '../changes/pending-change.ts';
import { settlementFrom } from '../places/settlement.ts';

/** What a button is about, from our own rows: never from what was pressed. */
export interface Subject {
  /** More than one only for a change to many customers; none where it is about people of ours alone. */
  readonly customerIds: readonly string[];
  readonly pagedIds: readonly string[];
  /** Who asked for the change that this button settles, or gave the promise it is about. */
  readonly askerId: string | null;
}

/** The check-in with this id as a subject, or null when there is none. */
export async function findCheckInSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.checkIn.findUnique({ where: { id } }));
}

/** The customer with this id as a subject, or null when there is none. */
export async function findCustomerSubject(tx: Tx, id: string): Promise<Subject | null> {
  const customer = await tx.customer.findUnique({ where: { id } });
  return customer && ofCustomer({ customerId: customer.id });
}

/** The page with this id as a subject, with everybody it has called, or null when there is none. */
export async function findPageSubject(tx: Tx, id: string): Promise<Subject | null> {
  const page = ofCustomer(await tx.page.findUnique({ where: { id } }));
  return page && { ...page, pagedIds: await listPagedIds(tx, id) };
}

/** A shift that somebody asks a colleague to take: about no customer, and for that colleague alone to answer. */
export async function findCoverSubject(tx: Tx, id: string): Promise<Subject | null> {
  const cover = await tx.cover.findUnique({ where: { id } });
  return cover && { customerIds: [], pagedIds: [cover.toId], askerId: null };
}

/** The drill with this id as a subject, with everybody it has called, or null when there is none. */
export async function findDrillSubject(tx: Tx, id: string): Promise<Subject | null> {
  const drill = ofCustomer(await tx.drill.findUnique({ where: { id } }));
  const called = { drillId: id, calledAt: { not: null } };
  const calls = drill && (await tx.drillCall.findMany({ where: called }));
  return drill && { ...drill, pagedIds: (calls ?? []).map(({ personId }) => personId) };
}

/** The page of a button that says something more of it: "30 minutes". */
export async function findValuedPageSubject(tx: Tx, subject: string): Promise<Subject | null> {
  return findPageSubject(tx, valuedSubjectFrom(subject).id);
}

/** The transition with this id as a subject, or null when there is none. */
export async function findTransitionSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.transition.findUnique({ where: { id } }));
}

/** The step of the customer's own with this id as a subject, or null when there is none. */
export async function findStepSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.milestone.findUnique({ where: { id, ownedBy: 'customer' } }));
}

/** The fact with this id as a subject, or null when there is none. */
export async function findEventSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.event.findUnique({ where: { id } }));
}

/** The task with this id as a subject, or null when there is none. */
export async function findTaskSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.task.findUnique({ where: { id } }));
}

/** A promise that was heard: for whoever gave it alone to note, or not. Null when there is none. */
export async function findPromiseSubject(tx: Tx, subject: string): Promise<Subject | null> {
  const { id } = valuedSubjectFrom(subject);
  const row = await tx.vendorPromise.findUnique({ where: { id } });
  return row && { customerIds: [row.customerId], pagedIds: [], askerId: row.byId };
}

/** The survey with this id as a subject, or null when there is none. */
export async function findSurveySubject(tx: Tx, subject: string): Promise<Subject | null> {
  const { id } = valuedSubjectFrom(subject);
  return ofCustomer(await tx.survey.findUnique({ where: { id } }));
}

/** The theme of a button with every customer who said something of it, or null when there is none. */
export async function findThemeSubject(tx: Tx, subject: string): Promise<Subject | null> {
  const { id } = valuedSubjectFrom(subject);
  const said = await tx.saying.findMany({
    where: { themeId: id },
    distinct: ['customerId'],
    select: { customerId: true },
  });
  const customerIds = said.map(({ customerId }) => customerId);
  return customerIds.length === 0 ? null : { customerIds, pagedIds: [], askerId: null };
}

/** The service request with this id as a subject, or null when there is none. */
export async function findRequestSubject(tx: Tx, id: string): Promise<Subject | null> {
  return ofCustomer(await tx.serviceRequest.findUnique({ where: { id } }));
}

/** The review of a quarter of a button, or null when there is none. */
export async function findQuarterSubject(tx: Tx, subject: string): Promise<Subject | null> {
  const { id } = valuedSubjectFrom(subject);
  return ofCustomer(await tx.quarterReview.findUnique({ where: { id } }));
}

/** A place to be settled: about the customer it would become. Null when there is no such place. */
export async function findPlaceSubject(tx: Tx, id: string): Promise<Subject | null> {
  const settlement = settlementFrom(id);
  const place = settlement && (await tx.place.findUnique({ where: { id: settlement.placeId } }));
  if (!settlement || !place) return null;
  return ofCustomer({ customerId: settlement.customerId });
}

/** A change that was shown: about everybody it would change. Null when there is none. */
export async function findPendingSubject(tx: Tx, id: string): Promise<Subject | null> {
  const row = await tx.pendingChange.findUnique({ where: { id } });
  if (!row) return null;
  const customerIds = [...new Set(pendingFrom(row.change).items.map(item => item.customerId))];
  return { customerIds, pagedIds: [], askerId: row.actorId };
}

/**
 * A change that was made. Made for many it is taken back for all of them, so the right is needed for each. Null when
 * there is none.
 */
export async function findAuditSubject(tx: Tx, id: string): Promise<Subject | null> {
  const ids = await listTogether({ tx }, id);
  const audits = await tx.audit.findMany({ where: { id: { in: ids } } });
  const customerIds = [...new Set(audits.flatMap(audit => audit.customerId ?? []))];
  const askerId = audits[0]?.actorId ?? null;
  return customerIds.length > 0 ? { customerIds, pagedIds: [], askerId } : null;
}

function ofCustomer(row: { customerId: string } | null): Subject | null {
  return row && { customerIds: [row.customerId], pagedIds: [], askerId: null };
}
