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

if (form) {
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
