(() => {
const find = (what) => document.querySelector(what);
const FIRST = 5000, LONGEST = 60000;
let stream, timer, ending, pause = FIRST;
document.documentElement.classList.add('js');

function rest() {
  if (stream) stream.close();
  clearTimeout(timer);
  clearTimeout(ending);
}

async function look() {
  const answer = await fetch(location);
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const old = find('main'), now = next.querySelector('main');
  if (now.outerHTML !== old.outerHTML) {
    const focus = document.activeElement.id;
    const headline = now.querySelector('h1').textContent;
    if (headline !== find('h1').textContent) find('#said').textContent = headline;
    old.replaceWith(now);
    document.title = next.title;
    document.getElementById(focus)?.focus({ preventScroll: true });
  }
  if (!now.dataset.events) rest();
}
const glance = () => look().catch(() => {});

function poll() {
  timer = setTimeout(() => glance().then(() => find('main').dataset.events && poll()), pause);
  pause = Math.min(pause * 1.5, LONGEST);
}

function listen() {
  rest();
  const { events, until } = find('main').dataset;
  if (!events || document.hidden) return;
  const left = until * 1000 - Date.now();
  if (left > 0 && left < 1e9) ending = setTimeout(glance, left + 1000);
  stream = new EventSource(events);
  stream.onmessage = ({ data }) => {
    const { status: s, payment_status: p, paid, movements: m } = JSON.parse(data);
    if (find('main').dataset.seen !== [s, p, paid, m?.length].join(' ')) glance();
  };
  stream.onerror = () => stream.readyState === 2 && poll();
}

document.onvisibilitychange = () => {
  rest();
  pause = FIRST;
  if (!document.hidden) glance().then(listen);
};
document.onclick = async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  find('#said').textContent = button.firstChild.data = button.dataset.done;
};
listen();
})();
