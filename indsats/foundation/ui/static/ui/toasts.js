// Messages stand at the top of the page; here they get a way to be put away, and are said aloud once.
const prepare = (list) => {
  for (const close of list.querySelectorAll("[data-toast-close]")) close.hidden = false;
};

export function toasts() {
  const list = document.getElementById("messages");
  if (!list) return;
  prepare(list);
  document.addEventListener("click", (event) => {
    event.target.closest("[data-toast-close]")?.closest("[data-toast]").remove();
  });
  const said = [...list.querySelectorAll(".note-text")].map((text) => text.textContent.trim()).join(" ");
  const announcer = document.getElementById("announcer");
  if (said && announcer) setTimeout(() => (announcer.textContent = said), 300);
}
