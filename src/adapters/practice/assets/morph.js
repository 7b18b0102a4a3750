// Brings the page to what the server says it is now, touching only what changed: what somebody is
// typing, where they have scrolled and what has the focus stays.

const lastSeen = new WeakMap();

/** Replaces the inside of every `data-live` element whose markup is no longer the server's. */
export function morphLive(next) {
  for (const fresh of next.querySelectorAll('[data-live]')) {
    const old = document.querySelector(`[data-live="${CSS.escape(fresh.dataset.live)}"]`);
    if (!old) continue;
    const markup = fresh.innerHTML;
    if ((lastSeen.get(old) ?? old.innerHTML) !== markup)
      keepFocus(old, () => old.replaceChildren(...fresh.childNodes));
    lastSeen.set(old, markup);
  }
}

/** Replaces every seat that shows another person or conversation than before; returns those replaced. */
export function morphSeats(next) {
  const replaced = [];
  for (const fresh of next.querySelectorAll('.seat')) {
    const old = document.getElementById(fresh.id);
    if (!old || linesOf(old)?.dataset.lines === linesOf(fresh)?.dataset.lines) continue;
    keepFocus(old, () => old.replaceChildren(...fresh.childNodes));
    replaced.push(old);
  }
  return replaced;
}

/** Brings one list of lines up to date by their keys. Returns how many lines came or changed. */
export function morphLines(old, fresh) {
  const known = new Map([...old.children].map(line => [line.dataset.key, line]));
  let changes = 0;
  let place = old.firstElementChild;
  for (const line of [...fresh.children]) {
    const { key, rev } = line.dataset;
    const same = known.get(key);
    known.delete(key);
    if (same?.dataset.rev === rev) {
      if (same === place) place = place.nextElementSibling;
      else old.insertBefore(same, place);
      continue;
    }
    changes += 1;
    line.classList.add(same ? 'changed' : 'arrived');
    if (same) {
      if (same === place) place = place.nextElementSibling;
      const hadFocus = same.contains(document.activeElement);
      same.replaceWith(line);
      if (hadFocus) old.closest('.log')?.focus({ preventScroll: true });
    } else {
      old.insertBefore(line, place);
    }
  }
  for (const gone of known.values()) gone.remove();
  return changes;
}

export function linesOf(seat) {
  return seat.querySelector('[data-lines]');
}

/** Runs a change and gives the focus back to the same link, button or field where it still exists. */
function keepFocus(root, change) {
  const active = document.activeElement;
  const was = root.contains(active) ? describe(active) : null;
  change();
  if (was) root.querySelector(was)?.focus({ preventScroll: true });
}

function describe(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const parts = ['href', 'name', 'value', 'class']
    .filter(name => element.hasAttribute(name))
    .map(name => `[${name}="${CSS.escape(element.getAttribute(name))}"]`);
  return element.localName + parts.join('');
}
