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

// A page that one may no longer see says so where it showed something; what is being typed elsewhere on it stays.
function refused(elements, answer) {
  for (const element of elements) {
    element.replaceChildren(...[...answer.querySelectorAll('main p')].map((line) => line.cloneNode(true)));
    element.setAttribute('role', 'alert');
    element.classList.add('next-step', 'is-updated');
  }
}

async function refresh(elements) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if ([403, 404].includes(answer.status)) return refused(elements, fresh);
  if (!answer.ok) return;
  for (const element of elements) {
    const next = fresh.getElementById(element.id);
    if (next && next.innerHTML !== element.innerHTML && !element.contains(document.activeElement)) {
      element.replaceChildren(...next.childNodes);
      element.classList.add('is-updated');
    }
  }
}

// Each element names the beginnings of the subjects and audiences that touch it, with spaces between.
const touches = (data, wanted) => wanted === '*' || wanted.split(' ').some((prefix) =>
  data.split(' ').some((key) => key.startsWith(prefix) || key === 'everybody'));

if (live().length && 'EventSource' in window) {
  let waiting;
  new EventSource('/live').onmessage = ({ data }) => {
    const touched = live().filter((element) => touches(data, element.dataset.live));
    if (touched.length) {
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh(touched), 150);
    }
  };
}
