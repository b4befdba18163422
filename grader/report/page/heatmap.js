"use strict";
// Students × exercises, as an ARIA grid. Only the rows that can be seen are there: a class of a thousand is a table of
// sixteen thousand cells, and a page that builds them all opens slowly. Rows have one height, so a row's place is a product.

const OVERSCAN = 10; // rows kept ready above and below
const NAME_COLUMN = 0;
const TOTAL_COLUMN = 1;
const FIRST_EXERCISE = 2;
const HEADING = -1; // as a row

class HeatMap {
  constructor(frame, open) {
    this.frame = frame; // what scrolls
    this.table = frame.querySelector("table");
    this.head = this.table.tHead;
    this.body = this.table.tBodies[0];
    this.open = open; // (student, exercise or null) => undefined
    this.order = []; // the students who are shown
    this.sorting = { column: NAME_COLUMN, isDescending: false };
    this.active = { row: 0, column: NAME_COLUMN }; // where Tab comes in
    this.rows = new Map(); // row → its element, for those that are there
    this.rowHeight = 32;
    this.isWhole = false; // all rows, for printing
    this.words = []; // what is searched for

    this.table.setAttribute("aria-colcount", FIRST_EXERCISE + exercises.length);
    frame.addEventListener("scroll", () => this.draw(), { passive: true });
    window.addEventListener("resize", () => this.redraw());
    this.table.addEventListener("keydown", (event) => this.move(event));
    this.table.addEventListener("click", (event) => this.click(event));
    this.table.addEventListener("focusin", (event) => this.follow(event));
  }

  // Show these students; cells whose misconception has one of the words in it stand out.
  show(found, words) {
    this.words = words;
    this.order = found.sort(this.comparison());
    this.active.row = Math.min(Math.max(this.active.row, 0), Math.max(this.order.length - 1, 0));
    this.table.setAttribute("aria-rowcount", this.order.length + 1);
    this.frame.scrollTop = 0;
    this.redraw();
  }

  sortBy(column) {
    const isSame = this.sorting.column === column;
    // The weakest come first: they are who one looks for.
    this.sorting = { column, isDescending: isSame && !this.sorting.isDescending };
    [...this.head.rows[0].cells].forEach((cell, place) => {
      const direction = this.sorting.isDescending ? "descending" : "ascending";
      cell.setAttribute("aria-sort", place === column ? direction : "none");
    });
    this.show(this.order, this.words);
  }

  comparison() {
    const { column, isDescending } = this.sorting;
    const compare =
      column === NAME_COLUMN ? byName : column === TOTAL_COLUMN ? byTotal : byExercise(column - FIRST_EXERCISE);
    const sign = isDescending ? -1 : 1;
    return (one, other) => sign * compare(one, other) || byName(one, other);
  }

  drawWhole(isWhole) {
    this.isWhole = isWhole;
    this.redraw();
  }

  redraw() {
    this.rows.clear();
    this.body.replaceChildren();
    this.draw();
    const first = this.rows.values().next().value;
    if (first) this.rowHeight = first.getBoundingClientRect().height || this.rowHeight;
    this.draw(); // the frame has its full height only now that there is something in it
    this.mark();
  }

  // Make the rows that can be seen, and the active one, which has the focus. Rows that stay are not touched.
  draw() {
    const wanted = this.wantedRows();
    const kept = new Set(wanted.map((row) => this.rows.get(row)));
    for (const child of [...this.body.children]) if (!kept.has(child)) child.remove();
    const before = this.rows;
    this.rows = new Map();
    let next = this.body.firstChild;
    let end = 0; // the row behind the last one that was placed
    for (const row of wanted) {
      if (row > end) this.body.insertBefore(this.gap(row - end), next);
      const made = before.get(row) ?? this.makeRow(row);
      if (made === next) next = next.nextSibling;
      else this.body.insertBefore(made, next);
      this.rows.set(row, made);
      end = row + 1;
    }
    if (end < this.order.length) this.body.append(this.gap(this.order.length - end));
  }

  wantedRows() {
    const height = this.isWhole ? Infinity : this.frame.clientHeight;
    const top = this.isWhole ? 0 : this.frame.scrollTop;
    const first = Math.max(Math.floor(top / this.rowHeight) - OVERSCAN, 0);
    const end = Math.min(Math.ceil((top + height) / this.rowHeight) + OVERSCAN, this.order.length);
    const wanted = [];
    for (let row = first; row < end; row += 1) wanted.push(row);
    const { row } = this.active;
    if (row >= 0 && row < this.order.length) {
      if (row < first) wanted.unshift(row);
      if (row >= end) wanted.push(row);
    }
    return wanted;
  }

  gap(count) {
    const cell = element("td", { colspan: FIRST_EXERCISE + exercises.length });
    cell.style.height = `${count * this.rowHeight}px`;
    return element("tr", { class: "gap", "aria-hidden": "true" }, cell);
  }

  makeRow(row) {
    const student = this.order[row];
    const { name, email, key, points, max, need, problems } = students[student];
    const signs = (need ? "*" : "") + (problems ? "!" : "");
    const spoken = [need && `needs help: ${need}`, problems && `${counted(problems, "note")} on what was left out`].filter(Boolean);
    const made = element(
      "tr",
      { "aria-rowindex": row + 2 },
      element(
        "th",
        { scope: "row", role: "rowheader", class: "name", tabindex: -1, title: [name, email || key, ...spoken].join("\n") },
        bdi(name),
        signs ? element("span", { class: "signs", role: "img", "aria-label": spoken.join("; ") }, signs) : null,
      ),
      element("td", { role: "gridcell", class: "total", tabindex: -1, "aria-label": `${amount(points)} of ${max} points` }, amount(points)),
      ...exercises.map((_, exercise) => this.makeCell(student, exercise)),
    );
    if (row === this.active.row) made.cells[this.active.column].tabIndex = 0;
    return made;
  }

  makeCell(student, exercise) {
    const mark = markOf(student, exercise);
    const name = searchable(mark.misconception);
    const words = `${titleOf(exercise)}: ${wordsOf(mark)}`;
    const isFound = name !== "" && this.words.some((word) => word.length > 2 && name.includes(word));
    return element(
      "td",
      {
        role: "gridcell",
        class: `cell ${lookOf(mark)}${isFound ? " found" : ""}`,
        tabindex: -1,
        "data-flags": flagsOf(mark),
        "aria-label": words,
        title: words,
      },
      signOf(mark),
    );
  }

  // The keyboard, as the ARIA Authoring Practices have it for a grid: one cell takes Tab, arrows go from cell to cell.

  move(event) {
    if (event.altKey || event.metaKey) return;
    const last = { row: this.order.length - 1, column: FIRST_EXERCISE + exercises.length - 1 };
    const { row, column } = this.active;
    const page = Math.max(Math.floor(this.frame.clientHeight / this.rowHeight) - 2, 1);
    const targets = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [Math.max(row - page, Math.min(row, 0)), column],
      PageDown: [row + page, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? last.row : row, last.column],
    };
    if (event.key in targets) {
      const [toRow, toColumn] = targets[event.key];
      this.focus(Math.min(Math.max(toRow, HEADING), last.row), Math.min(Math.max(toColumn, 0), last.column));
    } else if (event.key === "Enter" || event.key === " ") {
      this.act(row, column);
    } else {
      return;
    }
    event.preventDefault();
  }

  focus(row, column) {
    this.active = { row, column };
    if (row !== HEADING) this.scrollTo(row);
    this.draw();
    this.mark();
    const cell = this.activeCell();
    if (!cell) return;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  scrollTo(row) {
    const top = row * this.rowHeight;
    const room = this.frame.clientHeight - this.head.offsetHeight - this.rowHeight;
    if (top < this.frame.scrollTop) this.frame.scrollTop = top;
    else if (top > this.frame.scrollTop + room) this.frame.scrollTop = top - room;
  }

  activeCell() {
    const { row, column } = this.active;
    if (row === HEADING) return this.head.rows[0].cells[column].firstElementChild;
    return this.rows.get(row)?.cells[column];
  }

  // One place of the grid takes Tab.
  mark() {
    for (const marked of this.table.querySelectorAll('[tabindex="0"]')) marked.tabIndex = -1;
    const cell = this.activeCell() ?? this.head.rows[0].cells[0].firstElementChild;
    cell.tabIndex = 0;
  }

  // Where the focus has gone by other means than the arrows: a click, or a script.
  follow(event) {
    const place = this.placeOf(event.target);
    if (!place || (place.row === this.active.row && place.column === this.active.column)) return;
    this.active = place;
    this.mark();
  }

  click(event) {
    const place = this.placeOf(event.target);
    if (!place) return;
    this.active = place;
    this.mark();
    this.activeCell()?.focus({ preventScroll: true });
    this.act(place.row, place.column);
  }

  act(row, column) {
    if (row === HEADING) {
      this.sortBy(column);
      this.active = { row: HEADING, column };
      this.mark();
      this.activeCell().focus({ preventScroll: true });
    } else if (row < this.order.length) {
      this.open(this.order[row], column < FIRST_EXERCISE ? null : column - FIRST_EXERCISE);
    }
  }

  placeOf(target) {
    const cell = target.closest("th, td");
    const line = cell?.parentElement;
    if (!line || line.classList.contains("gap")) return null;
    if (line.parentElement === this.head) return { row: HEADING, column: cell.cellIndex };
    return { row: Number(line.getAttribute("aria-rowindex")) - 2, column: cell.cellIndex };
  }

  // Bring the focus to a submission: where a panel has gone on to others, it comes back to the last one.
  focusOn(student, exercise) {
    const row = this.order.indexOf(student);
    if (row >= 0) this.focus(row, exercise === null ? this.active.column : exercise + FIRST_EXERCISE);
  }
}
