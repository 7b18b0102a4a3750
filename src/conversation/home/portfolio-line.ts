import { confidenceOpening } from '../../confidence/words.ts';
import { internal, strong, type Text } from '../../delivery/audience.ts';
import type { PortfolioRow } from '../../situation/portfolio.ts';
import { openly } from '../../timeline/event.ts';

/** One customer in a list by risk, with why its confidence stands where it does and what makes it urgent. */
export function portfolioLine(row: PortfolioRow): Text<'internal'> {
  const mark = row.openPages > 0 || row.staleSince ? '⚠️ ' : '';
  const what = row.transitionName ? ` (${row.transitionName}, ${row.phase})` : '';
  const reasons = row.confidenceReasons.join('; ');
  const because = reasons ? `: ${reasons}` : '';
  const confidence =
    row.confidence === null ? '' : ` ${confidenceOpening(row.confidence)}${because}.`;
  const why = row.reasons.length > 0 ? ` ${row.reasons.join(', ')}.` : ' Nothing is open.';
  return internal`${mark}${strong(openly(row.name))}${what}.${confidence}${why}`;
}
