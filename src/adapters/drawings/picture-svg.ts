import { z } from 'zod';
import { evidenceKinds } from '../../confidence/policy.ts';
import type { DrawnStretch, Picture } from '../../delivery/picture.ts';
import { milestoneStates, type Stretch } from '../../transitions/milestone.ts';
import { type Html, html } from '../markup/html.ts';
import { renderCurve } from './curve.ts';
import { windowForChat } from './window-chart.ts';

/** A picture as SVG that stands by itself: on paper, whatever the reader's screen, with the words a chart needs. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const width = 640;
const margin = 8;
const headHeight = 40;
const courseHeight = 170;
const legendHeight = 30;

/** The console's colours by day (assets/console.css); the drawing library reads no variables. */
const style = `
  text { font-family: Inter, sans-serif; font-size: 12px; fill: #586065 }
  .title { font-size: 17px; font-weight: 700; fill: #1f2628 }
  .window .label { font-size: 13px; fill: #1f2628 }
  .grid { stroke: #dedacf }
  .window .plan { fill: none; stroke: #586065 }
  .window .moved { fill: none; stroke: #7d4600; stroke-dasharray: 2 3 }
  .window .actual { fill: #17624f }
  .window .late .actual { fill: #9b2226 }
  .window .rolled-back .actual, .window .cancelled .actual { fill: #7d4600 }
  .window .expected { fill: none; stroke: #17624f; stroke-dasharray: 4 3 }
  .window .cancelled .label { text-decoration: line-through }
  line.now { stroke: #9b2226; stroke-width: 1.5 }
  text.now { fill: #9b2226 }
  .sign.trouble { fill: #9b2226 }
  .sign.calm, .sign.silence { fill: #17624f }
  .line { fill: none; stroke: #17624f; stroke-width: 2 }
  .area { fill: #e2efe9 }
  .end { fill: #17624f }`;

/** Draws a picture: the window above, confidence below, whichever of them it has. */
export function pictureSvg(picture: Picture): Drawn {
  const parts = [...windowParts(picture), ...courseParts(picture)];
  const height = headHeight + parts.reduce((sum, part) => sum + part.height, 0);
  let y = headHeight;
  const placed = parts.map(part => {
    const at = y;
    y += part.height;
    return html`<g transform="translate(0 ${at})">${part.inside}</g>`;
  });
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style><rect width="${width}" height="${height}" fill="#fffefb"/><text class="title" x="16" y="26">${shortened(picture.title)}</text>${placed}</svg>`;
  return { svg: markup, width, height };
}

interface Part {
  readonly inside: Html;
  readonly height: number;
}

function windowParts({ window, timeZone, at }: Picture): Part[] {
  if (!window || window.steps.length === 0) return [];
  const milestones = window.steps.map(step => ({
    key: step.key,
    name: step.name,
    state: z.enum(milestoneStates).parse(step.state),
    plannedFrom: new Date(step.planned.from),
    plannedUntil: new Date(step.planned.until),
    ...(step.original && { original: stretchOf(step.original) }),
    startedAt: dateOrNull(step.startedAt),
    endedAt: dateOrNull(step.endedAt),
  }));
  const drawing = { milestones, window: stretchOf(window), timeZone, now: new Date(at) };
  const { inside, height } = windowForChat(drawing);
  return [
    { inside: html`<g class="window">${inside}</g>`, height },
    { inside: windowLegend, height: legendHeight },
  ];
}

const windowLegend = html`<g class="window"><rect class="plan" x="202" y="8" width="24" height="11" rx="3"/><text x="232" y="18">planned</text><rect class="actual" x="300" y="8" width="24" height="11" rx="3"/><text x="330" y="18">happened</text><rect class="expected" x="410" y="8" width="24" height="11" rx="3"/><text x="440" y="18">expected</text></g>`;

function courseParts({ course }: Picture): Part[] {
  if (!course || course.points.length < 2) return [];
  const points = course.points.map(({ at, value }) => ({ at: new Date(at), value }));
  const causes = course.causes.map(({ at, value, kind }) => ({
    at: new Date(at),
    value,
    kind: z.enum(evidenceKinds).parse(kind),
    note: '',
  }));
  const size = { width: width - margin, height: courseHeight };
  return [
    { inside: html`<text x="16" y="14">How sure we may be that they are fine</text>`, height: 18 },
    {
      inside: html`<g transform="translate(${margin} 0)">${renderCurve({ points, causes }, size, () => '')}</g>`,
      height: courseHeight,
    },
    { inside: courseLegend, height: legendHeight },
  ];
}

const courseLegend = html`<text x="50" y="18"><tspan class="sign trouble">▲</tspan> trouble   <tspan class="sign calm">●</tspan> a good word   <tspan class="sign silence">○</tspan> no answer</text>`;

function stretchOf({ from, until }: DrawnStretch): Stretch {
  return { from: new Date(from), until: new Date(until) };
}

function dateOrNull(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

const longestTitle = 64;

function shortened(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
