// Single keys press the buttons and links that are on the page already; while one types they are letters.
const KEPT = "indsats.review-keys";
const part = document.querySelector("[data-keys]");
const dialog = part?.querySelector("[data-keys-dialog]");
const choice = part?.querySelector("[data-keys-on]");

const isOn = () => localStorage.getItem(KEPT) !== "off";
const isTyping = (target) => target.matches("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]");

function firstField() {
  return document.querySelector("[data-record] .form-group :is(input:not([type=hidden]), textarea, select)");
}

function press(key) {
  if (key === "e") return firstField()?.focus();
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return undefined;
  if (target.matches("summary")) {
    target.click();
    return target.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  }
  return target.click();
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing || dialog.open) return;
  if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.closest("[data-record]")) {
    event.preventDefault();
    press("a");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) return;
  if (event.key.length === 1 && (event.key === "e" || document.querySelector(`[data-key="${CSS.escape(event.key)}"]`))) {
    event.preventDefault();
    press(event.key);
  }
}

if (part) {
  part.hidden = false;
  choice.checked = isOn();
  choice.addEventListener("change", () => localStorage.setItem(KEPT, choice.checked ? "on" : "off"));
  part.querySelector("[data-keys-open]").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", onKey);
}
