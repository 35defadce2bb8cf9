// After htmx has swapped a part: say what came, and keep the keyboard's place on the page.
export function announceSwaps() {
  for (const form of document.querySelectorAll("[data-filters] [hx-target='#results']")) {
    if (!document.getElementById("results")) for (const name of form.getAttributeNames()) if (name.startsWith("hx-")) form.removeAttribute(name);
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    const said = part.querySelector?.("[data-announce]")?.textContent.trim();
    const announcer = document.getElementById("announcer");
    if (said && announcer) announcer.textContent = said.replace(/\s+/g, " ");
  });
}
