// Sending: never twice by a double click, buttons off meanwhile, Ctrl+Enter where a form asks for it.
const DOWNLOADED_MS = 15000;
const buttons = (form) => [...form.elements].filter((element) => element.type === "submit");

function free(form) {
  form.classList.remove("is-sending");
  form.removeAttribute("aria-busy");
  for (const button of buttons(form)) button.disabled = false;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.classList.contains("is-sending")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.classList.add("is-sending");
  form.setAttribute("aria-busy", "true");
  // The pressed button's own name and value must still be sent: off only after this turn.
  setTimeout(() => {
    if (form.classList.contains("is-sending")) for (const button of buttons(form)) button.disabled = true;
  });
  // A file that is downloaded leaves the page as it is: nothing else tells that it has arrived.
  setTimeout(free, DOWNLOADED_MS, form);
}, true);

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form.is-sending");
  if (form && event.target === form && !event.detail.xhr.getResponseHeader("HX-Redirect")) free(form);
});

// Where nothing has the focus, a page's only such form is meant.
function meant(element) {
  const forms = element === document.body ? document.querySelectorAll("form[data-ctrl-enter]") : [];
  return forms.length === 1 ? forms[0] : element.closest?.("form[data-ctrl-enter]");
}

document.addEventListener("keydown", (event) => {
  const form = meant(event.target);
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  // the button that says so; a form may hold another one before it
  const saysSo = form.querySelector("button[aria-keyshortcuts='Control+Enter']");
  form.requestSubmit(saysSo ?? buttons(form)[0]);
});

// Back from the browser's memory: a page of somebody who may have left by now is asked for anew.
addEventListener("pageshow", (event) => {
  if (event.persisted) return location.reload();
  for (const form of document.querySelectorAll("form.is-sending")) free(form);
});
