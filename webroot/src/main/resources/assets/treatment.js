// Saves a criterion as soon as it is ticked or its field is left, without losing what stands in the others.
async function save(form) {
  form.classList.add('is-saving');
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of [form.dataset.save, 'progress']) {
    const now = fresh.getElementById(id);
    if (now) document.getElementById(id).replaceChildren(...now.childNodes);
  }
  form.classList.remove('is-saving');
  if (!answer.ok && !fresh.getElementById(form.dataset.save)) form.submit();
}

document.querySelectorAll('form[data-save]').forEach((form) => {
  form.addEventListener('change', () => {
    if (form.querySelector('input[name="met"]:checked')) save(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(form);
  });
});

// The next and the previous dossier of a list by key, as long as nobody is typing.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
});
