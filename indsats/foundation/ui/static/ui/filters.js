// The filter form asks by GET; htmx swaps #results in its place. Addresses stay short: what is not chosen is not said.
export function filters() {
  if (!document.getElementById("results")) {
    for (const part of document.querySelectorAll("[data-filters] [hx-target='#results']")) {
      for (const name of part.getAttributeNames()) if (name.startsWith("hx-")) part.removeAttribute(name);
    }
  }

  document.addEventListener("htmx:configRequest", ({ target, detail }) => {
    if (!target.closest("[data-filters]")) return;
    const given = detail.formData;
    for (const name of [...given.keys()]) if (given.getAll(name).every((value) => value === "")) given.delete(name);
  });
}
