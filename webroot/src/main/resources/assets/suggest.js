// Completes what is typed in the search box; the form works without it.
const input = document.querySelector('input[data-suggest][list]');
let waiting;
let asked = '';

async function suggest() {
  const typed = input.value.trim();
  if (typed.length < 2 || typed === asked) return;
  asked = typed;
  const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`);
  if (!answer.ok || input.value.trim() !== typed) return;
  const { suggestions } = await answer.json();
  input.list.replaceChildren(...suggestions.map((text) => Object.assign(document.createElement('option'), { value: text })));
}

input?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 150);
});
