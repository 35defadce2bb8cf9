// The passage is marked already; here the pane is scrolled to it, and on a phone the long parts begin folded.
const narrow = window.matchMedia("(max-width: 40rem)");

for (const fold of document.querySelectorAll("[data-fold]")) {
  if (narrow.matches) fold.open = false;
  fold.addEventListener("toggle", showPassages);
}

function showPassages() {
  for (const pane of document.querySelectorAll("[data-source]")) {
    const marked = pane.querySelector("[data-marked]");
    if (!marked) continue;
    if (pane.scrollHeight > pane.clientHeight + 4) {
      pane.scrollTop += marked.getBoundingClientRect().top - pane.getBoundingClientRect().top - 60;
    } else if (pane.classList.contains("source-alone")) {
      marked.scrollIntoView({ block: "center" });
    }
  }
}

const current = document.querySelector("[data-rows] [aria-current]");
const rows = current?.closest("[data-rows]");
if (rows) rows.scrollTop += current.getBoundingClientRect().top - rows.getBoundingClientRect().top - rows.clientHeight / 3;
showPassages();
