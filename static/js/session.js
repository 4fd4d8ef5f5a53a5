// Five minutes before the session ends it says so; one key extends it. After the end nothing stays on the screen.
const { sessionEndsIn, sessionEnd } = document.body.dataset;
const bar = document.getElementById("session-bar");
const WARN_S = 300;
let endsAt = 0;

const begin = (seconds) => { endsAt = Date.now() + seconds * 1000; bar.hidden = true; };

function look() {
  const left = (endsAt - Date.now()) / 1000;
  if (left <= 0) return location.replace(sessionEnd);
  if (left > WARN_S || !bar.hidden) return undefined;
  bar.hidden = false;
  const words = document.getElementById("session-words").textContent;
  return document.dispatchEvent(new CustomEvent("say", { detail: words }));
}

if (bar && sessionEndsIn) {
  begin(Number(sessionEndsIn));
  look();
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  document.addEventListener("htmx:afterRequest", (event) => {
    const told = event.detail.xhr?.getResponseHeader("Session-Ends-In");
    if (told) begin(Number(told));
    else if (event.detail.successful && event.target.id === "session-form") begin(Number(sessionEndsIn));
    if (event.target.id === "session-form" && document.activeElement === document.body) document.getElementById("main").focus();
  });
}
