// Better with it, complete without it: components, role switch, pages that refresh themselves.
const script = document.querySelector('script[data-components]');
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported');
}
import(script.dataset.components).then(({ initAll }) => initAll());

document.querySelectorAll('select[data-submit]').forEach((select) => {
  select.form.querySelector('button').hidden = true;
  select.addEventListener('change', () => select.form.requestSubmit());
});

const live = () => [...document.querySelectorAll('[data-live][id]')];

async function refresh(elements) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const element of elements) {
    const next = fresh.getElementById(element.id);
    if (next && next.innerHTML !== element.innerHTML && !element.contains(document.activeElement)) {
      element.replaceChildren(...next.childNodes);
      element.classList.add('is-updated');
    }
  }
}

if (live().length && 'EventSource' in window) {
  let waiting;
  new EventSource('/live').onmessage = ({ data }) => {
    const touched = live().filter((element) => element.dataset.live === '*' || data.startsWith(element.dataset.live));
    if (touched.length) {
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh(touched), 150);
    }
  };
}
