"use strict";
// Everything works without this file; it saves clicks.

const edit = document.querySelector("[data-edit]");
const list = document.querySelector("[data-list]");
const stored = { get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } } };

function remember(radio) {
  const key = `review-${radio.name}`;
  if (radio.value === stored.get(key)) radio.checked = true;
  radio.addEventListener("change", () => stored.set(key, radio.value));
}
if (innerWidth < 800) document.querySelector('[name="width"][value="phone"]')?.click();
document.querySelectorAll('[name="width"]').forEach(remember);

// The draft's form: counters, unsaved text, live preview.

function longestLength(text, slots) {
  let length = 0;
  const literal = text.replace(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g, (slot, name) => { length += slots[name] ?? 0; return ""; });
  return length + [...literal].length;
}

function watchCopy() {
  const slots = JSON.parse(edit.dataset.slots);
  const inputs = [...edit.querySelectorAll(".copy-field input, .copy-field textarea")];
  const approve = edit.querySelector("[data-approve]");
  let leaving = false;
  const isEdited = () => "edited" in edit.dataset || inputs.some((one) => one.value !== one.defaultValue);

  function update() {
    for (const input of inputs) {
      const counter = document.querySelector(`output[for="${input.id}"]`);
      const length = longestLength(input.value.replace(/\r\n/g, "\n").trim(), slots);
      counter.textContent = `${length} of ${counter.dataset.limit}`;
      counter.classList.toggle("over", length > Number(counter.dataset.limit));
      if (input.tagName === "TEXTAREA") { input.style.height = "auto"; input.style.height = `${input.scrollHeight + 2}px`; }
    }
    if (approve) approve.textContent = isEdited() ? "Save and approve" : "Approve";
  }

  let waiting;
  edit.addEventListener("input", () => { update(); clearTimeout(waiting); waiting = setTimeout(showPreview, 500); });
  edit.addEventListener("submit", (event) => { if (!event.submitter?.hasAttribute("formtarget")) leaving = true; });
  addEventListener("pageshow", () => { leaving = false; update(); });
  addEventListener("beforeunload", (event) => { if (isEdited() && !leaving) event.preventDefault(); });
  document.querySelectorAll('[name="scheme"], [name="name"]').forEach((radio) => radio.addEventListener("change", showPreview));
  update();
  if ("edited" in edit.dataset || document.querySelector('[name="scheme"][value="dark"]').checked) showPreview();
}

let frames = 0;
function showPreview() {
  // A new frame each time: a form sent to a frame that has a page adds to the browser's history.
  const button = document.querySelector("[data-preview]");
  const shown = document.querySelector(".screen iframe:last-of-type");
  const fresh = shown.cloneNode();
  fresh.removeAttribute("src");
  fresh.name = button.formTarget = `preview-${++frames}`;
  fresh.classList.add("coming");
  shown.after(fresh);
  edit.requestSubmit(button);
  fresh.addEventListener("load", () => {
    fresh.classList.remove("coming");
    document.querySelectorAll(".screen iframe").forEach((one) => { if (one !== fresh && !one.classList.contains("coming")) one.remove(); });
  });
}

if (edit) {
  watchCopy();
  document.querySelector("[data-preview]").hidden = true;
}

// The list: tick all, count, filter at once.

if (list) {
  const ticks = [...list.querySelectorAll('[name="draft"]')];
  const all = list.querySelector("[data-all]");
  const told = list.querySelector("[data-ticked]");
  const tell = () => {
    const count = ticks.filter((one) => one.checked).length;
    if (told) told.textContent = count ? `${count} ticked` : "Tick drafts to decide on several.";
    if (all) { all.checked = count > 0 && count === ticks.length; all.indeterminate = count > 0 && count < ticks.length; }
  };
  all?.addEventListener("change", () => { ticks.forEach((one) => { one.checked = all.checked; }); tell(); });
  list.addEventListener("change", tell);
  tell();
}
const filters = document.querySelector("[data-filters]");
if (filters) {
  filters.querySelector("button").hidden = true;
  filters.addEventListener("change", () => filters.requestSubmit());
}

// Shortcuts, which can be turned off (WCAG 2.1.4).

const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.checked = stored.get("review-keys") !== "off";
  keys.addEventListener("change", () => stored.set("review-keys", keys.checked ? "on" : "off"));
}

function step(direction) {
  const link = document.querySelector(`a[rel="${direction > 0 ? "next" : "prev"}"].button`);
  if (edit) { link?.click(); return; }
  const rows = [...document.querySelectorAll("[data-row]")];
  const here = rows.indexOf(document.activeElement);
  rows[Math.min(Math.max(here + direction, 0), rows.length - 1)]?.focus();
}

const shortcuts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => document.querySelector("[data-approve]")?.click(),
  r: () => {
    const reject = document.querySelector("[data-reject]");
    if (reject) { reject.open = true; reject.querySelector("input").focus(); }
  },
  x: () => document.activeElement?.closest("tr")?.querySelector('[name="draft"]')?.click(),
};

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.reject[open]");
  if (open) { open.open = false; open.querySelector("summary").focus(); return; }
  const typing = event.target.closest('textarea, select, [contenteditable], input:not([type="checkbox"]):not([type="radio"])');
  if (typing && !typing.readOnly || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keys?.checked) return;
  const action = shortcuts[event.key];
  if (action) { event.preventDefault(); action(); }
});

// A decision's note is sent with Enter: as a rejection, never as the form's first button.
document.querySelectorAll(".reject input").forEach((input) => input.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); input.closest(".pop").querySelector("button").click(); }
}));
