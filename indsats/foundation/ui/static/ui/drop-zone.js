// A plain file input works by itself. Here files can be dragged onto its frame, and one sees which were chosen.
const sizeOf = (bytes) =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: bytes < 1e6 ? "kilobyte" : "megabyte", maximumFractionDigits: 1 })
    .format(bytes < 1e6 ? Math.max(bytes / 1e3, 0.1) : bytes / 1e6);

function show(zone, input) {
  const list = zone.querySelector("[data-drop-zone-files]");
  list.replaceChildren(...[...input.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = `${file.name} (${sizeOf(file.size)})`;
    return item;
  }));
}

function receive(input, dropped) {
  const files = new DataTransfer();
  const all = input.multiple ? [...input.files, ...dropped] : [...dropped].slice(0, 1);
  for (const file of all) files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

export function dropZones() {
  for (const zone of document.querySelectorAll("[data-drop-zone]")) {
    const input = zone.querySelector("input[type=file]");
    zone.classList.add("drop-zone-ready");
    input.addEventListener("change", () => show(zone, input));
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.add("drop-zone-over");
      });
    }
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) zone.classList.remove("drop-zone-over");
    });
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("drop-zone-over");
      receive(input, event.dataTransfer.files);
    });
  }
}
