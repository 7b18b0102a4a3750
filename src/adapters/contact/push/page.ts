import { escaped } from '../confirm/page.ts';

/** Whose phone it is, our public key, and the link they came by. */
export interface PushPage {
  readonly name: string;
  readonly publicKey: string;
  readonly token: string;
}

/** The page somebody opens on their phone. Nothing happens until they press its button. */
export function pageHtml({ name, publicKey, token }: PushPage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="manifest" href="/push/${token}/manifest.json" crossorigin="use-credentials"><title>Handrail</title></head><body><main><h1>Handrail</h1><p>${escaped(name)}, this lets Handrail notify you on this phone when you are called. Type "push off" in chat to end it.</p><button id="allow" data-key="${escaped(publicKey)}">Notify me on this phone</button><p id="said" role="status"></p></main><script src="/push/page.js"></script></body></html>`;
}

/** What lets an iPhone put the page on its home screen, which it asks for before it notifies. */
export function manifestOf(token: string) {
  return {
    name: 'Handrail',
    short_name: 'Handrail',
    display: 'standalone',
    start_url: `/push/${token}`,
  };
}

/** Asks the phone for its leave, and tells us where its push service takes notifications. */
export const pageScript = `const button = document.getElementById('allow');
const said = document.getElementById('said');
const say = text => { said.textContent = text; };
const bytesOf = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
button.addEventListener('click', async () => {
  try {
    if (!('Notification' in window) || !navigator.serviceWorker) {
      return say('This browser takes no notifications. On an iPhone, add this page to the home screen and open it there.');
    }
    if (await Notification.requestPermission() !== 'granted') {
      return say('Notifications are blocked for this page. Allow them in the settings of this phone, then try again.');
    }
    await navigator.serviceWorker.register('/push/worker.js', { scope: '/push/' });
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(button.dataset.key) });
    const answer = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(subscription),
    });
    if (!answer.ok) return say('That did not work: this link is used or too old. Type "push" in chat for a new one.');
    button.hidden = true;
    say('Done. This phone is notified when you are called.');
  } catch (error) {
    say('That did not work: ' + error.message);
  }
});
`;

/** Shows a notification in browsers that do not show declarative ones by themselves, and opens it when it is touched. */
export const workerScript = `self.addEventListener('push', event => {
  const { notification } = event.data.json();
  const { title, navigate, ...shown } = notification;
  event.waitUntil(self.registration.showNotification(title, { ...shown, requireInteraction: true, data: { navigate } }));
});
self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.navigate));
});
`;
