// Single keys declared in markup: data-key clicks, or focuses with data-key-act="focus". Never in a field.
const on = document.body.dataset.keys !== "off";
const isField = (element) =>
  element?.matches?.("input:not([type=submit], [type=button]), select, textarea, [contenteditable]");
// What opens a row: its first link, or a button that says so.
const OPENS = "a[href], button[data-opens]";

const links = () => [...document.querySelectorAll("[data-rows] > tr")]
  .map((row) => row.querySelector(OPENS)).filter(Boolean);

function mark(link) {
  for (const row of document.querySelectorAll(".is-marked")) row.classList.remove("is-marked");
  link?.closest("tr").classList.add("is-marked");
}

const marked = () => document.querySelector(`.is-marked :is(${OPENS})`);

function move(step) {
  const all = links();
  const here = all.indexOf(document.activeElement.closest?.("[data-rows] > tr")?.querySelector(OPENS));
  const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// A folded form opens and the first field has the focus; the same key folds it again.
function unfold(summary) {
  const details = summary.parentElement;
  details.open = !details.open;
  const field = details.open && details.querySelector("input:not([type=hidden]), select, textarea");
  (field || summary).focus();
}

function act(element) {
  if (element.matches("summary")) return unfold(element);
  if (element.dataset.keyAct !== "focus") return element.click();
  element.focus();
  element.select?.();
}

const shown = (element) => !element.disabled && (element.checkVisibility?.() ?? element.offsetParent !== null);

function press(event) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(shown);
  const nowhere = document.activeElement === document.body || document.activeElement.matches("main, h1");
  if (target) act(target);
  else if (event.key === "j" && links().length) move(1);
  else if (event.key === "k" && links().length) move(-1);
  else if (event.key === "Enter" && nowhere && marked()) marked().click();
  else return;
  event.preventDefault();
}

if (on) {
  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    const held = event.repeat && !"jk".includes(event.key);
    if (!event.defaultPrevented && !modified && !held && !isField(event.target)) press(event);
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("[data-rows] > tr");
    if (row) mark(row.querySelector(OPENS));
  });
  const remark = () => { if (!marked()) mark(links()[0]); };
  document.addEventListener("htmx:afterSettle", remark);
  remark();
}
