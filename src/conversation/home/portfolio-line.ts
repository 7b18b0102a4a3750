import { confidenceOpening } from '../../confidence/words.ts';
import { internal, strong, type Text } from '../../delivery/audience.ts';
import type { PortfolioRow } from '../../situation/portfolio.ts';
import { openly } from '../../timeline/event.ts';

/** One customer in a list by risk, with what makes it urgent. */
export function portfolioLine(row: PortfolioRow): Text<'internal'> {
  const mark = row.openPages > 0 || row.staleSince ? '⚠️ ' : '';
  const what = row.transitionName ? ` (${row.transitionName}, ${row.phase})` : '';
  const confidence = row.confidence === null ? '' : ` ${confidenceOpening(row.confidence)}.`;
  const why = row.reasons.length > 0 ? ` ${row.reasons.join(', ')}.` : ' Calm.';
  return internal`${mark}${strong(openly(row.name))}${what}.${confidence}${why}`;
}
