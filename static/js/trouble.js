// When htmx gets no answer, or a wrong one, it shows nothing: here it is said and shown.
const box = document.getElementById("trouble");

function tell(words) {
  if (!box) return;
  box.querySelector("p").textContent = words;
  box.hidden = false;
  document.dispatchEvent(new CustomEvent("say", { detail: words }));
}

document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  tell(status === 429 ? box.dataset.slowDown : status < 500 ? box.dataset.gone : box.dataset.server);
});
// A page that is being left breaks off its own requests: no trouble.
let leftAt = 0;
addEventListener("beforeunload", () => { leftAt = Date.now(); });
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => { if (Date.now() - leftAt > 3000) tell(box.dataset.offline); });
}
document.addEventListener("htmx:afterRequest", (event) => {
  if (box && event.detail.successful) box.hidden = true;
});
