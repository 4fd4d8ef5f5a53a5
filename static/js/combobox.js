// Suggestions under a text field (ARIA 1.2 combobox): arrows move, Enter takes, Escape closes.
const boxOf = (element) => element.closest?.("[data-combobox]");
const inputOf = (box) => box.querySelector("[role=combobox]");
const listOf = (input) => document.getElementById(input.getAttribute("aria-controls"));
const choices = (input) => [...listOf(input).querySelectorAll("[role=option]:not([aria-disabled])")];
// In a form with more fields Enter takes an option or does nothing: it must not send what is half filled in.
const isOneOfMany = (input) => !input.form?.matches("[data-combobox]");
const active = (input) => listOf(input).querySelector("[aria-selected=true]");

function point(input, option) {
  active(input)?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}

function show(input, open) {
  listOf(input).hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (!open) point(input, null);
}

function fill(values, input) {
  for (const [id, value] of Object.entries(values)) {
    const field = document.getElementById(id);
    if (!field) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = Boolean(value);
    else field.value = value ?? "";
    if (field !== input) field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// The field whose list is wanted: somebody typed in it, and has taken or closed nothing since.
let typing = "";

function take(input, option) {
  typing = "";
  if (option.dataset.href) return location.assign(option.dataset.href);
  input.value = option.querySelector("[data-words]").textContent.trim();
  fill(JSON.parse(option.dataset.fill || "{}"), input);
  return show(input, false);
}

function step(input, by) {
  const all = choices(input);
  if (!all.length) return;
  if (listOf(input).hidden) show(input, true);
  const here = all.indexOf(active(input));
  point(input, all[(here + by + (here < 0 && by < 0 ? 1 : 0) + all.length) % all.length]);
}

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.matches?.("[data-combobox] [role=combobox]") || event.ctrlKey || event.metaKey) return;
  const open = !listOf(input).hidden;
  if (event.key === "ArrowDown") step(input, 1);
  else if (event.key === "ArrowUp") step(input, -1);
  else if (event.key === "Enter" && open && active(input)) take(input, active(input));
  else if (event.key === "Escape" && open) { typing = ""; show(input, false); }
  else if (event.key !== "Enter" || !isOneOfMany(input)) return;
  event.preventDefault();
});

// The pointer takes an option without taking the focus from the field.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest?.("[data-combobox] .options")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const option = event.target.closest?.("[data-combobox] [role=option]:not([aria-disabled])");
  if (option) take(inputOf(boxOf(option)), option);
});
// A button fills in fields as an option does, and shows them; without JavaScript it sends its form.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-fill]");
  if (!button) return;
  event.preventDefault();
  const values = JSON.parse(button.dataset.fill);
  for (const id of Object.keys(values)) {
    for (let at = document.getElementById(id); at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }
  fill(values, button);
});
document.addEventListener("focusout", (event) => {
  if (event.target.matches?.("[data-combobox] [role=combobox]")) show(event.target, false);
});

document.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.matches?.("[data-combobox] [role=combobox]")) return;
  // What was pointed at belongs to what stood there before: Enter must not take it any more.
  point(input, null);
  typing = input.id;
  if (input.value.trim().length < input.dataset.min) show(input, false);
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const { min } = event.target.dataset;
  if (min && event.target.value.trim().length < min) event.preventDefault();
});

// A part that is replaced while somebody types in it takes the list along: it is asked for again.
let replaced = "";
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const at = document.activeElement;
  if (at !== target && typing && at?.id === typing && target.contains?.(at)) replaced = typing;
});
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const input = replaced && document.getElementById(replaced);
  // Another part may settle first; until its own has, the field does not listen.
  if (!input || !target.contains?.(input)) return;
  replaced = "";
  if (input.id === typing) setTimeout(() => htmx.trigger(input, "ask-again"));
});

// A late answer leaves the one that was pointed at where it is, when it holds that one too.
let pointedAt = null;
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const box = target.matches?.("[data-combobox] .options") && boxOf(target);
  if (box) pointedAt = active(inputOf(box))?.dataset.fill ?? null;
});

// An answer shows only under a field that still has the focus and wants one. One place to go, or a list that says
// so (data-first): Enter goes to the first.
document.addEventListener("htmx:afterSettle", (event) => {
  const box = event.target.matches?.("[data-combobox] .options") && boxOf(event.target);
  const input = box && inputOf(box);
  if (!input || document.activeElement !== input || typing !== input.id) return;
  show(input, true);
  const all = choices(input);
  const goes = (all.length === 1 || "first" in listOf(input).dataset) && all[0]?.dataset.href;
  const same = pointedAt && all.find((option) => option.dataset.fill === pointedAt);
  pointedAt = null;
  point(input, goes ? all[0] : same || active(input));
});
