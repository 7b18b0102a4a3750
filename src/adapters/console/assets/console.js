// Makes a page of the console live and quick to use by hand. Without it every page is whole and every form works.

const policy = window.trustedTypes?.createPolicy('handrail', { createHTML: markup => markup });
const parse = markup =>
  new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html');
const say = text => {
  const said = document.getElementById('said');
  if (said) said.textContent = text;
};

// ─── live ────────────────────────────────────────────────────────────────────

let isRefreshing = false;
let isWanted = false;

async function refresh() {
  isWanted = true;
  if (isRefreshing) return;
  isRefreshing = true;
  while (isWanted) {
    isWanted = false;
    const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(
      () => null,
    );
    if (response?.redirected) location.reload();
    if (response?.ok && !response.redirected) show(parse(await response.text()));
  }
  isRefreshing = false;
}

/** Replaces what the server says otherwise now; what somebody types and where they stand stays. */
function show(next) {
  document.body.dataset.now = next.body.dataset.now;
  for (const fresh of next.querySelectorAll('[data-live]')) {
    const old = document.querySelector(`[data-live="${CSS.escape(fresh.dataset.live)}"]`);
    if (!old || wordsOf(old) === wordsOf(fresh)) continue;
    const chosen = document.activeElement?.closest('[data-live] a')?.getAttribute('href');
    const ticked = [...old.querySelectorAll('input:checked')].map(({ value }) => value);
    old.replaceChildren(...fresh.childNodes);
    for (const box of old.querySelectorAll('input[type="checkbox"]'))
      box.checked = ticked.includes(box.value);
    if (chosen)
      old.querySelector(`a[href="${CSS.escape(chosen)}"]`)?.focus({ preventScroll: true });
  }
}

const wordsOf = element => element.innerHTML;

const { liveFrom } = document.body.dataset;
if (liveFrom) {
  const stream = new EventSource(liveFrom);
  let isFirst = true;
  stream.addEventListener('change', () => {
    if (!isFirst) refresh();
    isFirst = false;
    document.documentElement.dataset.live = 'yes';
  });
  // Relative times grow old by themselves.
  setInterval(refresh, 60_000);
}

// ─── keyboard ────────────────────────────────────────────────────────────────

const places = {
  c: '/console',
  p: '/console/pages',
  o: '/console/on-call',
  s: '/console/organisation',
};
let isGoing = false;

const isTyping = target => target.closest('input, textarea, select, dialog[open]') !== null;

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
    event.preventDefault();
    document.getElementById('say')?.select();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (isGoing) {
    isGoing = false;
    if (places[event.key]) location.href = places[event.key];
    return;
  }
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const keys = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => document.querySelector('input[type="search"]')?.focus(),
  ':': () => document.getElementById('say')?.focus(),
  g: () => {
    isGoing = true;
  },
  '?': showKeys,
};

/** To the next or last line that leads somewhere. */
function step(by) {
  const links = [...document.querySelectorAll('[data-row] a')];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
  next.focus();
  next.closest('[data-row]').scrollIntoView({ block: 'nearest' });
}

const keyWords = [
  ['j, k', 'the next line, the one before'],
  ['Enter', 'open it'],
  ['/', 'search'],
  [': or Ctrl K', 'ask or tell Handrail something'],
  ['g c', 'customers'],
  ['g p', 'pages'],
  ['g o', 'on call'],
  ['g s', 'organisation'],
  ['?', 'these keys'],
];

function showKeys() {
  const known = document.querySelector('dialog.keys');
  if (known) return known.showModal();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', 'Keys');
  const list = document.createElement('dl');
  for (const [key, words] of keyWords) {
    const row = document.createElement('div');
    row.className = 'key';
    const term = document.createElement('dt');
    const meaning = document.createElement('dd');
    term.textContent = key;
    meaning.textContent = words;
    row.append(term, meaning);
    list.append(row);
  }
  const title = document.createElement('h2');
  title.textContent = 'Keys';
  const close = document.createElement('button');
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

// ─── moving a step by hand ───────────────────────────────────────────────────

const snapMs = 5 * 60_000;

// Dragging only leads to the step's own page, where what would move and who is told stands before anything is done.
document.addEventListener('pointerdown', event => {
  const outline = event.target.closest?.('[data-step] .plan');
  if (!outline || event.button !== 0) return;
  const step = outline.closest('[data-step]');
  const chart = outline.ownerSVGElement;
  const perPixel = (Number(chart.dataset.ms) * chart.viewBox.baseVal.width) / chart.clientWidth;
  const ghost = outline.cloneNode();
  ghost.setAttribute('class', 'ghost');
  step.append(ghost);
  const begin = event.clientX;
  const wayOf = ({ clientX }) => clientX - begin;
  outline.setPointerCapture(event.pointerId);
  outline.onpointermove = moved => {
    const units = (wayOf(moved) * chart.viewBox.baseVal.width) / chart.clientWidth;
    ghost.setAttribute('transform', `translate(${units} 0)`);
  };
  outline.onpointerup = ended => {
    ghost.remove();
    outline.onpointermove = null;
    outline.onpointerup = null;
    const way = Math.round((wayOf(ended) * perPixel) / snapMs) * snapMs;
    if (way === 0) return;
    const to = new Date(Date.parse(step.dataset.at) + way);
    location.href = `${step.dataset.step}?to=${encodeURIComponent(to.toISOString())}#moves`;
  };
});

// ─── small things ────────────────────────────────────────────────────────────

// The menu under the name is shut by Escape and by whatever else is pressed.
const menu = document.querySelector('details.me');
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
document.addEventListener('click', event => {
  if (menu?.open && !menu.contains(event.target)) menu.open = false;
});

// A choice that changes what is seen is made at once; without a script its button does it.
document.addEventListener('change', event => {
  if (event.target.matches('select[data-at-once]')) event.target.form.requestSubmit();
});

// What was just done is told once.
const address = new URL(location.href);
if (address.searchParams.has('done')) {
  address.searchParams.delete('done');
  history.replaceState(null, '', address);
}

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.target.method !== 'post') return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
  say('Sent.');
});
