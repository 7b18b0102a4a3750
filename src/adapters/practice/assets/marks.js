// The dot on a person or conversation that has something new since it was last on the screen.

const seen = JSON.parse(sessionStorage.getItem('seen') ?? '{}');

/** Marks what has grown since it was last looked at; what is on the screen now counts as seen. */
export function showMarks() {
  for (const seat of document.querySelectorAll('.seat')) {
    const isShown = seat.offsetParent !== null;
    const current = seat.querySelector('.views [aria-current]');
    let hasNews = false;
    for (const link of seat.querySelectorAll('[data-mark]')) {
      const { mark } = link.dataset;
      const newest = Number(link.dataset.newest);
      const isRead = isShown && (link === current || isOpen(mark, current));
      if (!(mark in seen) || newest < seen[mark] || isRead) seen[mark] = newest;
      const isFresh = newest > seen[mark];
      setFresh(link, isFresh);
      hasNews ||= isFresh;
    }
    const tab = document.querySelector(`.tabs [data-seat="${seat.classList[1]}"]`);
    setFresh(tab, hasNews);
  }
  sessionStorage.setItem('seen', JSON.stringify(seen));
}

// A person's chip stands for their direct conversation.
function isOpen(mark, current) {
  return current?.dataset.mark === `${mark}@${mark}`;
}

function setFresh(link, isFresh) {
  link.classList.toggle('fresh', isFresh);
  const told = link.querySelector('.told');
  if (isFresh && !told) {
    const note = document.createElement('span');
    note.className = 'told visually-hidden';
    note.textContent = ' (something new)';
    link.append(note);
  } else if (!isFresh) told?.remove();
}
