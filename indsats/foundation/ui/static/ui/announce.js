// After htmx has swapped a part: say what came, and keep the keyboard's place on the page.
export function announceSwaps() {
  document.addEventListener("htmx:afterSettle", ({ detail: { elt: part } }) => {
    const said = part.querySelector?.("[data-announce]")?.textContent.replace(/\s+/g, " ").trim();
    const announcer = document.getElementById("announcer");
    if (said && announcer) announcer.textContent = said;

    if (document.activeElement === document.body && part.id === "results") {
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    }
  });
}
