"use strict";
// The page put together: what is searched and filtered, which button does what, and how it is printed.

const search = byId("search");
const show = byId("show");
const section = byId("section"); // only where students have sections
const map = new HeatMap(byId("map"), (student, exercise) => panel.openMark(student, exercise));
const panel = new Panel(byId("panel"), map);

function showFound() {
  const found = studentsFound({ search: search.value, show: show.value, section: section ? section.value : "" });
  map.show(found, searchable(search.value).split(/\s+/).filter(Boolean));
  byId("count").textContent =
    found.length === students.length ? counted(found.length, "student") : `${found.length} of ${counted(students.length, "student")}`;
}

function offerFilters() {
  for (const [name, [words, holds]] of Object.entries(FILTERS)) {
    const count = students.filter(holds).length;
    if (count || name === "all") show.append(element("option", { value: name }, `${words} (${count})`));
  }
}

function lookFor(text) {
  search.value = text;
  showFound();
  byId("students").scrollIntoView();
  search.focus();
}

function showOnly(name) {
  show.value = name;
  search.value = "";
  showFound();
  byId("students").scrollIntoView();
  show.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("search" in button.dataset) lookFor(button.dataset.search);
  else if ("show" in button.dataset) showOnly(button.dataset.show);
  else if ("student" in button.dataset) panel.openMark(Number(button.dataset.student), null);
  else if ("pair" in button.dataset) panel.openPair(Number(button.dataset.pair));
  else if (button.closest("[data-sortable] > thead")) sortTable(button.closest("th"));
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, select, textarea");
  if (event.key === "/" && !isTyping && !byId("panel").open && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

search.addEventListener("input", showFound);
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && search.value) {
    event.preventDefault();
    search.value = "";
    showFound();
  }
  if (event.key === "ArrowDown") {
    event.preventDefault();
    map.focus(0, map.active.column);
  }
});
show.addEventListener("change", showFound);
section?.addEventListener("change", showFound);

// The small tables: a tbody an entry, which is sorted as one.
function sortTable(heading) {
  const table = heading.closest("table");
  const isDescending = heading.getAttribute("aria-sort") === "ascending";
  for (const other of heading.parentElement.cells) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
  heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
  const value = (body) => {
    const cell = body.rows[0].cells[heading.cellIndex];
    return cell.dataset.value ?? cell.textContent;
  };
  const compare = (one, other) => Number(value(one)) - Number(value(other)) || collator.compare(value(one), value(other));
  table.append(...[...table.tBodies].sort((one, other) => (isDescending ? -1 : 1) * compare(one, other)));
}

// Long tables show their beginning first.
const ENOUGH_ROWS = 10; // as in the style

function shorten(table) {
  if (table.tBodies.length <= ENOUGH_ROWS) return;
  const more = element("button", { type: "button", class: "screen" }, `Show all ${table.dataset.long}`);
  table.classList.add("short");
  table.parentElement.after(more);
  more.addEventListener("click", () => {
    table.classList.remove("short");
    const first = table.tBodies[ENOUGH_ROWS];
    first.tabIndex = -1;
    first.focus();
    more.remove();
  });
}

function prepareForPrint(isPrinting) {
  map.drawWhole(isPrinting);
  for (const more of document.querySelectorAll("#help details")) more.open = isPrinting;
}

window.addEventListener("beforeprint", () => prepareForPrint(true));
window.addEventListener("afterprint", () => prepareForPrint(false));

offerFilters();
showFound();
document.querySelectorAll("[data-long]").forEach(shorten);
