// Makes the practice room live. Without this script every link and form still works by itself.

import { showMarks } from './marks.js';
import { linesOf, morphLines, morphLive, morphSeats } from './morph.js';

const status = document.getElementById('status');
const shownAt = { now: Date.parse(document.body.dataset.now), since: performance.now() };

// ─── staying up to date ──────────────────────────────────────────────────────

let fetching = false;
let isAsked = false;

async function refresh() {
  isAsked = true;
  if (fetching) return;
  fetching = true;
  try {
    while (isAsked) {
      isAsked = false;
      await showNow();
      // While the clock runs ahead there is always more; a few times a second is enough to see it.
      if (document.body.classList.contains('moving')) await pause(250);
    }
  } catch {
    // The stream tells when the server is there again.
  } finally {
    fetching = false;
  }
}

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function showNow() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  show(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

function show(next) {
  document.title = next.title;
  shownAt.now = Date.parse(next.body.dataset.now);
  shownAt.since = performance.now();
  const csrf = next.querySelector('meta[name="csrf"]').content;
  document.querySelector('meta[name="csrf"]').content = csrf;
  for (const seat of morphSeats(next)) toEnd(seat.querySelector('.log'));
  for (const seat of document.querySelectorAll('.seat')) showLines(seat, next);
  morphLive(next);
  for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = csrf;
  tick();
  showMarks();
  showStep();
}

/** Moves the row of steps to where the work is. */
function showStep() {
  const steps = document.querySelector('.steps');
  const here =
    steps?.querySelector('.underway, .late') ??
    steps?.querySelector('.planned') ??
    steps?.lastElementChild;
  if (here && !steps.matches(':hover, :focus'))
    steps.scrollLeft = here.offsetLeft - here.offsetWidth / 2;
}

function showLines(seat, next) {
  const fresh = next.getElementById(seat.id);
  if (!fresh) return;
  const log = seat.querySelector('.log');
  const wasAtEnd = isAtEnd(log);
  const changes = morphLines(linesOf(seat), linesOf(fresh));
  if (changes === 0) return;
  if (wasAtEnd) toEnd(log);
  else seat.querySelector('.newer').hidden = false;
}

// The end of a conversation is where its last message begins, when that is taller than the screen.
const endOf = log => {
  const last = linesOf(log)?.lastElementChild;
  const bottom = log.scrollHeight - log.clientHeight;
  return last ? Math.min(bottom, last.offsetTop - 8) : bottom;
};
const isAtEnd = log => endOf(log) - log.scrollTop < 80;
const toEnd = log => {
  log.scrollTop = endOf(log);
};

function listen() {
  const stream = new EventSource('/practice/live');
  stream.addEventListener('change', refresh);
}

// ─── the clock ───────────────────────────────────────────────────────────────

const formats = new Map();

function clockText(at, zone, isLong) {
  const key = `${zone} ${isLong}`;
  if (!formats.has(key)) {
    const more = isLong ? { day: 'numeric', month: 'short' } : {};
    const parts = { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', ...more };
    formats.set(key, new Intl.DateTimeFormat('en-GB', parts));
  }
  return formats.get(key).format(at).replaceAll(',', '');
}

function tick() {
  const at = new Date(shownAt.now + performance.now() - shownAt.since);
  for (const time of document.querySelectorAll('.tick')) {
    const text = clockText(at, time.dataset.zone, 'long' in time.dataset);
    if (time.textContent !== text) time.textContent = text;
  }
}

// ─── saying and pressing ─────────────────────────────────────────────────────

document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-live-form]');
  if (!form) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  if ('say' in form.dataset && event.submitter?.name === 'suggested') fields.delete('text');
  if (!form.ariaBusy || form.ariaBusy === 'false') void send(form, new URLSearchParams(fields));
});

async function send(form, fields) {
  fields.set('nonce', crypto.randomUUID());
  const isClock = form.getAttribute('action') === '/practice/clock';
  form.ariaBusy = 'true';
  document.body.classList.toggle('moving', isClock);
  if (isClock) tell('The clock is moving.');
  try {
    let response = await post(form, fields);
    if (response.status === 403) {
      // The server was started anew: fetch its new form and try once more.
      await showNow();
      fields.set('csrf', document.querySelector('meta[name="csrf"]').content);
      response = await post(form, fields);
    }
    if (!response.ok) return tell((await response.json()).detail);
    if (isClock) tell('');
    else if ('say' in form.dataset && fields.has('text')) form.reset();
    for (const open of document.querySelectorAll('.again[open]')) open.open = false;
    await refresh();
  } catch {
    tell('Handrail is not answering. Is it still running?');
  } finally {
    form.ariaBusy = 'false';
    document.body.classList.remove('moving');
  }
}

function post(form, body) {
  return fetch(form.getAttribute('action'), {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
}

function tell(text) {
  status.textContent = text;
  status.classList.toggle('visually-hidden', text === '' || text.startsWith('The clock is moving'));
}

document.addEventListener('keydown', event => {
  const box = event.target.closest?.('.say textarea');
  if (!box || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (box.value.trim() !== '') box.form.requestSubmit();
});

// ─── looking elsewhere ───────────────────────────────────────────────────────

document.addEventListener('click', event => {
  const newer = event.target.closest('.newer');
  if (newer) {
    toEnd(document.getElementById(newer.dataset.newer));
    newer.hidden = true;
  }
  const link = event.target.closest('.views a, .sitters a, .tabs a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (link.closest('.tabs')) showSeat(link);
  else void follow(link.href);
});

async function follow(href) {
  const seat = document.body.dataset.seat;
  history.pushState(null, '', href);
  await refresh();
  document.body.dataset.seat = seat;
}

function showSeat(link) {
  document.body.dataset.seat = link.dataset.seat;
  for (const other of document.querySelectorAll('.tabs a')) other.ariaCurrent = null;
  link.ariaCurrent = 'true';
  const address = new URL(location.href);
  address.searchParams.set('seat', link.dataset.seat);
  history.replaceState(null, '', address);
  for (const log of document.querySelectorAll('.log')) toEnd(log);
  showMarks();
}

addEventListener('popstate', refresh);

for (const log of document.querySelectorAll('.log'))
  log.addEventListener('scroll', () => {
    if (isAtEnd(log)) log.parentElement.querySelector('.newer').hidden = true;
  });

// ─── the guide remembers whether it is wanted ────────────────────────────────

const guide = document.getElementById('guide');
const wanted = localStorage.getItem('guide');
guide.open =
  wanted === null
    ? matchMedia('(min-width: 900px) and (min-height: 820px)').matches
    : wanted === 'open';
guide.addEventListener('toggle', () =>
  localStorage.setItem('guide', guide.open ? 'open' : 'closed'),
);

for (const log of document.querySelectorAll('.log')) toEnd(log);
showMarks();
showStep();
tick();
setInterval(tick, 1000);
listen();
document.documentElement.dataset.live = 'yes';
