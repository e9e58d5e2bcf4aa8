const find = (what) => document.querySelector(what);
const root = document.documentElement.dataset;
root.zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let stream, timer, ending, pause = 5e3;

function rest() {
  stream?.close();
  [timer, ending].forEach(clearTimeout);
}

async function look() {
  const answer = await fetch(location);
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const old = find('main'), now = next.querySelector('main');
  if (now.outerHTML !== old.outerHTML) {
    const { id } = document.activeElement;
    const title = now.querySelector('h1').textContent;
    if (title !== find('h1').textContent) find('#said').textContent = title;
    old.replaceWith(now);
    document.title = next.title;
    document.getElementById(id)?.focus({ preventScroll: true });
  }
  now.dataset.events || rest();
}
const glance = () => look().catch(() => {});

function poll() {
  timer = setTimeout(() => glance().then(() => document.hidden || find('main').dataset.events && poll()), pause);
  pause = Math.min(pause * 1.5, 6e4);
}

function listen() {
  rest();
  const { events, until } = find('main').dataset;
  if (!events || document.hidden) return;
  const left = (until - root.now) * 1000 - performance.now();
  if (left > 0 && left < 1e9) ending = setTimeout(glance, left + 1000);
  stream = new EventSource(events);
  stream.onmessage = ({ data }) => {
    const { status: s, payment_status: p, paid, movements: m } = JSON.parse(data);
    if (find('main').dataset.seen !== [s, p, paid, m?.length].join(' ')) glance();
  };
  stream.onerror = () => stream.readyState > 1 && poll();
}

document.onvisibilitychange = () => {
  pause = 5e3;
  rest();
  document.hidden || glance().then(listen);
};
document.onclick = async ({ target }) => {
  const copy = target.closest('[data-copy]');
  if (!copy) return;
  await navigator.clipboard.writeText(copy.dataset.copy);
  find('#said').textContent = copy.firstChild.data = copy.dataset.done;
};
listen();
