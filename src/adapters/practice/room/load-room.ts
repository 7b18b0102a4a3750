import { type Customer, customerFrom } from '../../../customers/customer.ts';
import { type Place, placeFrom } from '../../../customers/place.ts';
import { findOpenPage } from '../../../paging/page/find-pages.ts';
import type { Trip } from '../../../shared/database.ts';
import { listPortfolio } from '../../../situation/list-portfolio.ts';
import type { PortfolioRow } from '../../../situation/portfolio.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import type { RoomChoice } from './choice.ts';
import { isCrewOn } from './crew-setting.ts';
import { type GuideStep, guideSteps } from './guide.ts';
import { loadLived } from './load-guide.ts';
import { loadLines } from './load-lines.ts';
import { loadMarks, type Marks } from './load-marks.ts';
import { loadSitters, type Sitters } from './load-sitters.ts';
import { loadStrip } from './load-strip.ts';
import { type Conversation, type RoomSeat, type SeatName, type Sitter, seatNames } from './seat.ts';
import type { Strip } from './strip.ts';
import { type SuggestionScene, suggestionsFor } from './suggestions.ts';

/** Everything the page shows. */
export interface Room {
  readonly now: Date;
  readonly choice: RoomChoice;
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly customer: Customer;
  readonly vendorName: string;
  readonly seats: readonly RoomSeat[];
  readonly strip: Strip | null;
  readonly portfolio: readonly PortfolioRow[];
  readonly guide: readonly GuideStep[];
  /** The work of the practice is reported by itself. */
  readonly isCrewOn: boolean;
}

/** The room as it is now, or null while there is no customer in it. */
export async function loadRoom(trip: Trip, wish: RoomChoice): Promise<Room | null> {
  const { tx, now } = trip;
  const rows = await tx.customer.findMany();
  const customers = await byWindow(trip, rows.map(customerFrom));
  const customer = customers.find(({ id }) => id === wish.customer) ?? customers[0];
  if (!customer) return null;
  const choice = { ...wish, customer: customer.id };
  const sitters = await loadSitters(trip, customer);
  const strip = await loadStrip(trip, customer.id);
  const openPage = await findOpenPage(tx, customer.id);
  const seats = await loadSeats(trip, { choice, customer, sitters, strip, openPage });
  const organisation = await tx.organisation.findFirst();
  const nameIn = (seat: SeatName) => sitters[seat][0]?.name.split(' ')[0] ?? 'Somebody';
  const cast = {
    customerId: customer.id,
    leader: nameIn('customer'),
    advocate: nameIn('advocate'),
    manager: nameIn('manager'),
    milestone: strip?.milestones.find(one => canSlip(one, now))?.key ?? null,
  };
  return {
    now,
    choice,
    customers: customers.map(({ id, name }) => ({ id, name })),
    customer,
    vendorName: organisation?.name ?? 'Vendor',
    seats,
    strip,
    portfolio: (await listPortfolio(trip)).rows,
    isCrewOn: await isCrewOn(tx),
    guide: guideSteps(cast, await loadLived(trip, customer.id, customer.managerId)),
  };
}

function canSlip({ state, plannedUntil }: Milestone, now: Date): boolean {
  return plannedUntil > now && (state === 'planned' || state === 'underway');
}

/** In the order their changes come. */
async function byWindow({ tx }: Trip, customers: readonly Customer[]): Promise<Customer[]> {
  const windows = await tx.transition.groupBy({
    by: ['customerId'],
    _min: { windowFrom: true },
  });
  const first = new Map(windows.map(one => [one.customerId, one._min.windowFrom?.getTime() ?? 0]));
  return [...customers].sort((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0));
}

interface Around extends SuggestionScene {
  readonly choice: RoomChoice;
  readonly sitters: Sitters;
}

async function loadSeats(trip: Trip, around: Around): Promise<RoomSeat[]> {
  const { tx } = trip;
  const { customer, sitters } = around;
  const rows = await tx.place.findMany({
    where: { customerId: customer.id },
    orderBy: [{ audience: 'desc' }, { id: 'asc' }],
  });
  const places = rows.map(placeFrom);
  const marks = await loadMarks(trip);
  const people = new Map(Object.values(sitters).flatMap(all => all.map(one => [one.id, one])));
  const seats: RoomSeat[] = [];
  for (const name of seatNames) {
    const all = sitters[name];
    const sitter = all.find(({ id }) => id === around.choice.sitters[name]) ?? all[0];
    if (!sitter) continue;
    const conversations = conversationsOf(name, sitter, { places, marks });
    const current =
      conversations.find(({ id }) => id === around.choice.views[name]) ?? conversations[0];
    if (!current) continue;
    seats.push({
      name,
      sitter,
      sitters: all.map(one => ({ ...one, newest: marks.of(one.id) })),
      conversations,
      current,
      lines: await loadLines(trip, { conversation: current, sitter }, people),
      suggestions: suggestionsFor({ seat: name, sitter, kind: current.kind }, around),
    });
  }
  return seats;
}

interface Readable {
  readonly places: readonly Place[];
  readonly marks: Marks;
}

/** What this person can read: the customer its shared place, the vendor every place about it. */
function conversationsOf(
  seat: SeatName,
  sitter: Sitter,
  { places, marks }: Readable,
): Conversation[] {
  const isVendor = sitter.side === 'vendor';
  const readable = places.filter(({ audience }) => isVendor || audience === 'shared');
  const rooms: Conversation[] = readable.map(({ id, audience }) => ({
    id,
    title: `#${id}`,
    kind: audience,
    newest: marks.of(id),
  }));
  const direct: Conversation = {
    id: 'direct',
    title: 'Handrail',
    kind: 'direct',
    newest: marks.of(sitter.id),
  };
  return seat === 'customer' ? [...rooms, direct] : [direct, ...rooms];
}
