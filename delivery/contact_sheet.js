"use strict";
const form = document.getElementById("filters");
const cards = [...document.querySelectorAll(".card")];

function matches(card, wanted) {
  return [...wanted].every(([name, value]) =>
    name === "findings" ? card.dataset.findings !== "0" : value === "" || card.dataset[name] === value);
}

function show() {
  const wanted = new FormData(form);
  let count = 0;
  for (const card of cards) {
    card.hidden = !matches(card, wanted);
    count += card.hidden ? 0 : 1;
  }
  document.getElementById("shown").value = `${count} of ${cards.length}`;
  document.getElementById("none").hidden = count > 0;
}

function makeFrame(place) {
  const frame = document.createElement("iframe");
  frame.title = place.dataset.title;
  frame.tabIndex = -1;
  // Without allow-scripts nothing in it runs; a frame of no origin could not load pictures from a disk.
  frame.sandbox = "allow-same-origin";
  frame.src = place.dataset.preview;
  return frame;
}

// Hundreds of frames would take a browser half a minute, even empty ones: only those in sight exist.
const nearby = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    for (const place of target.querySelectorAll("[data-preview]")) {
      place.replaceChildren(...(isIntersecting ? [makeFrame(place)] : []));
    }
  }
}, { rootMargin: "800px" });
cards.forEach((card) => nearby.observe(card));

if (form) {
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
