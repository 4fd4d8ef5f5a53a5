// Small things of every page: printing, and menus that close by Escape or a click elsewhere.
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
// A choice that brings its words along: they fill a field that nobody has typed in.
document.addEventListener("change", (event) => {
  const choice = event.target.closest?.("select[data-texts]");
  if (!choice) return;
  const texts = JSON.parse(choice.dataset.texts);
  const field = document.getElementById(choice.dataset.fills);
  const flat = (text) => text.split(/\s+/).filter(Boolean).join(" ");
  const offered = new Set(Object.values(texts).map(flat));
  if (flat(field.value) && !offered.has(flat(field.value))) return;
  field.value = texts[choice.value] ?? "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("[data-menu][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
