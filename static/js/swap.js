// After load and after each htmx swap: the focus is somewhere sensible, and one thing is said.
const region = document.getElementById("announce");
let lastId = "";
let settled = null;

const say = (text) => region?.replaceChildren((text || "").slice(0, 100));
document.addEventListener("say", (event) => say(event.detail));

function focusOn(element) {
  if (!element) return false;
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  element.focus();
  return document.activeElement === element;
}

const wanted = (root) => (root.matches?.("[data-focus]") ? root : root.querySelector("[data-focus]"));
const lost = () => !document.activeElement || document.activeElement === document.body;

// Errors come before anything else that wants the focus.
function focusFirst(roots) {
  const summary = roots.map((root) => root.querySelector("#error-summary")).find(Boolean);
  return focusOn(summary || roots.map(wanted).find(Boolean));
}

function afterSwap(roots) {
  if (!focusFirst(roots) && lost()) focusOn(document.getElementById(lastId)) || focusOn(roots[0]);
  const told = roots.map((root) => (root.dataset.announce ? root : root.querySelector("[data-announce]"))).find(Boolean);
  say(told?.dataset.announce || document.body.dataset.updated);
}

document.addEventListener("focusin", (event) => { lastId = event.target.id || lastId; });

// htmx tells once for each element that it put in; all of them in one go, after the last.
document.addEventListener("htmx:afterSettle", (event) => {
  const first = !settled;
  if (first) settled = [];
  settled.push(event.target);
  if (first) queueMicrotask(() => {
    const roots = settled.filter((root) => root instanceof HTMLElement && root.isConnected);
    settled = null;
    if (roots.length) afterSwap(roots);
  });
});

// An address that names a part of the page leads there: coming back from the proofs, to what they are for.
const aimed = location.hash && document.getElementById(location.hash.slice(1));
if (!aimed || document.getElementById("error-summary")) focusFirst([document.body]);

// A link in the error summary goes to its field, also where that is folded away.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".summary a[href^='#']");
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  for (let at = field; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  focusOn(field);
  (field.closest(".field") || field).scrollIntoView({ block: "nearest" });
});

// What is typed or unfolded while an answer is under way is newer than the answer: in such a part it stays.
let typed = [];
let unfolded = [];
let caret = null;
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const keeps = target.matches?.("[data-keep-typed]") && target.isConnected;
  const kept = keeps ? target.querySelectorAll("input:not([type=hidden]), select, textarea") : [];
  typed = [...kept].map(({ id, value, checked }) => ({ id, value, checked }));
  if (keeps) unfolded = [...target.querySelectorAll("details[open][id]")].map(({ id }) => id);
  const at = document.activeElement;
  caret = at?.id && [...kept].includes(at) ? { id: at.id, start: at.selectionStart, end: at.selectionEnd } : null;
});
document.addEventListener("htmx:afterSwap", () => {
  for (const { id, value, checked } of typed) {
    const field = document.getElementById(id);
    if (!field) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = checked;
    else field.value = value;
  }
  typed = [];
  unfold();
  goOn();
});

// Before the next key comes: a field that was folded away when htmx wanted to give it the focus has none yet.
function goOn() {
  const field = caret && document.getElementById(caret.id);
  if (field && (lost() || document.activeElement === field) && focusOn(field) && caret.start !== null) {
    field.setSelectionRange?.(caret.start, caret.end);
  }
  caret = null;
}

// htmx sets the attributes of what it put in once more when it settles: what was open stays open.
function unfold() {
  for (const id of unfolded) {
    const details = document.getElementById(id);
    if (details) details.open = true;
  }
}
document.addEventListener("htmx:afterSettle", () => { unfold(); unfolded = []; });

// "One thing more" brings all lines by itself: lines that were asked for without it must not come after it.
document.addEventListener("htmx:confirm", (event) => {
  if (event.target.id === "ask-lines" && document.querySelector("[name=more].htmx-request")) event.preventDefault();
});
