"use strict";
// One submission, one student, or one pair, in a dialog: where each number comes from.

const REASONS = {
  assertion: "it did something else than was asked",
  exception: "it raised what it should not have raised",
  deadlock: "everybody waits, and nobody will ever wake them",
  livelock: "it turns and turns, and time does not move",
  horizon: "virtual time ran away",
  hang: "a step that never yields",
  crash: "its process ended",
  hygiene: "it left something running, unawaited or open",
  protocol: "its process spoke nonsense to the judge",
  "not-implemented": "the stub, as it was handed out",
  load: "the file could not be loaded, or lacks what was asked for",
};
const STANDINGS = { solved: "solved", partly: "partly solved", unsolved: "not solved", error: "the grader failed" };
const TEST_SIGNS = { passed: "✓", failed: "✗", error: "!" };
// Nothing ran, so there is nothing to see of what ran.
const WITHOUT_TIMELINE = new Set(["not-implemented", "load", "protocol"]);

class Panel {
  constructor(dialog, map) {
    this.dialog = dialog;
    this.map = map;
    this.title = byId("panel-title");
    this.body = byId("panel-body");
    this.shown = null; // { student, exercise or null }
    this.cameFromMap = false;
    this.isFilled = false;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.shut();
    });
    dialog.addEventListener("close", () => this.left()); // however else it was closed
    dialog.addEventListener("click", (event) => this.click(event));
    dialog.addEventListener("keydown", (event) => this.key(event));
  }

  openMark(student, exercise) {
    this.shown = { student, exercise };
    if (exercise === null) this.fill([bdi(students[student].name)], studentContents(student));
    else this.fill([`${titleOf(exercise)} · `, bdi(students[student].name)], markContents(student, exercise));
    this.offerSteps();
  }

  openPair(pair) {
    this.shown = null;
    this.fill([evidence().pairs[pair].exercise], pairContents(evidence().pairs[pair]));
    this.offerSteps();
  }

  fill(title, contents) {
    this.title.replaceChildren(...title);
    this.body.replaceChildren(...contents);
    this.isFilled = true;
    this.dialog.querySelector(".contents").scrollTop = 0;
    if (this.dialog.open) return;
    this.cameFromMap = this.map.table.contains(document.activeElement);
    this.dialog.showModal();
  }

  steps() {
    const { student, exercise } = this.shown;
    const order = this.map.order.includes(student) ? this.map.order : students.map((_, place) => place);
    const place = order.indexOf(student);
    const exerciseAt = (number) => (number in exercises ? { student, exercise: number } : null);
    const studentAt = (number) => (number in order ? { student: order[number], exercise } : null);
    return {
      "student-before": studentAt(place - 1),
      "student-after": studentAt(place + 1),
      "exercise-before": exercise === null ? null : exerciseAt(exercise - 1),
      "exercise-after": exercise === null ? exerciseAt(0) : exerciseAt(exercise + 1),
    };
  }

  offerSteps() {
    const steps = this.shown ? this.steps() : {};
    this.dialog.querySelector("nav").hidden = !this.shown;
    for (const button of this.dialog.querySelectorAll("[data-step]")) {
      // Not "disabled": a button that has the focus would lose it.
      button.setAttribute("aria-disabled", !steps[button.dataset.step]);
    }
  }

  step(name) {
    const target = this.shown && this.steps()[name];
    if (target) this.openMark(target.student, target.exercise);
  }

  click(event) {
    const step = event.target.closest("[data-step]");
    const mark = event.target.closest("[data-mark]");
    if (step) this.step(step.dataset.step);
    else if (mark) this.openMark(this.shown.student, Number(mark.dataset.mark));
    // A click on the dialog itself, and on nothing in it, is one beside it.
    else if (event.target === this.dialog || event.target.closest("[data-close]")) this.shut();
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const name = { n: "student-after", p: "student-before" }[event.key];
    if (name) this.step(name);
  }

  shut() {
    this.dialog.close();
    this.left();
  }

  // The event of closing comes late: by then another one may be open.
  left() {
    if (this.dialog.open || !this.isFilled) return;
    this.isFilled = false;
    this.body.replaceChildren();
    if (this.cameFromMap && this.shown) this.map.focusOn(this.shown.student, this.shown.exercise);
  }
}

function studentContents(student) {
  const { name, key, email, section, points, max, need, marks } = students[student];
  const { ids, problems } = classDetails().students[student];
  const list = exercises.map((exercise, place) => {
    const mark = markOf(student, place);
    return element(
      "tr",
      {},
      element("td", { class: `cell ${lookOf(mark)}`, "data-flags": flagsOf(mark) }, signOf(mark)),
      element("th", { scope: "row" }, element("button", { type: "button", "data-mark": place }, titleOf(place))),
      element("td", {}, wordsOf(mark)),
    );
  });
  return [
    element("p", { class: "standing" }, `${amount(points)} of ${max} points`, need ? ` · ${need}` : ""),
    facts([
      ["Email", email],
      ["Section", section],
      ["Known as", key === email || key === name ? "" : key],
      ...ids,
    ]),
    ...notes("Left out of what was handed in", problems),
    element("table", { class: "list marks" }, element("tbody", {}, ...list)),
  ];
}

function markContents(student, exercise) {
  const [path, digest, submitted, problem, late, byHand, reason, verdict] = textsOf(
    classDetails().students[student].marks[exercise],
  );
  const mark = markOf(student, exercise);
  const found = verdict === NOTHING ? null : classDetails().verdicts[verdict];
  return [
    element("p", { class: "standing" }, standingOf(mark, found)),
    problem ? element("pre", { class: "problem", dir: "auto" }, problem) : null,
    facts([
      ["File", path],
      ["SHA-256", digest],
      ["Handed in", submitted],
      ["Late", late],
      ["By hand", byHand && (reason ? `${byHand}: ${reason}` : byHand)],
      ["The grader found", found && found[0] !== "error" ? `${found[1]} of ${mark.most} points` : ""],
    ]),
    ...misconceptionContents(exercise, mark.misconception),
    ...(found ? testContents(exercise, found[2]) : []),
  ].filter(Boolean);
}

function textsOf(row) {
  const { texts } = classDetails();
  return [...row.slice(0, -1).map((place) => texts[place]), row[row.length - 1]];
}

function standingOf(mark, found) {
  if (!mark.hasPoints) return WITHOUT_POINTS[mark.state].words;
  const standing = found ? ` · ${STANDINGS[found[0]]}` : "";
  return `${amount(mark.points)} of ${mark.most} points${standing}`;
}

function misconceptionContents(exercise, name) {
  if (!name) return [];
  const explanation = classDetails().exercises[exercise].explanations[name] ?? [["Its author has not explained it."]];
  return [
    element("div", { class: "misconception" },
      element("h3", {}, `Misconception: ${name}`),
      ...explanation.map((parts) => element("p", {}, ...parts.map(wordsOrCode)))),
  ];
}

function wordsOrCode(part, place) {
  return place % 2 ? element("code", {}, part) : part;
}

function testContents(exercise, places) {
  const { texts, tests: rows } = classDetails();
  const tests = places.map((place) => rows[place]);
  const failed = tests.filter(([, , status]) => status !== "passed");
  const messages = new Set(failed.map(([, , , , , , message]) => texts[message]));
  // What is the same for all (a file that cannot be loaded) is said once.
  const common = failed.length > 1 && failed.length === tests.length && messages.size === 1 ? [...messages][0] : "";
  const passed = tests.length - failed.length;
  return [
    element("h3", {}, `Tests: ${passed} of ${tests.length} passed`),
    common ? element("pre", { class: "message", dir: "auto" }, common) : null,
    ...tests.map((test) => testContent(exercise, test, common)),
  ];
}

function testContent(exercise, row, common) {
  const { texts, timelines, exercises: authored } = classDetails();
  const [nameAt, titleAt, status, points, most, reason, messageAt, time, timelineAt] = row;
  const [name, title, message] = [texts[nameAt], texts[titleAt], texts[messageAt]];
  const expected = authored[exercise].expected[name];
  const shown = element("details", { class: `test ${status}`, open: status !== "passed" && !common },
    element("summary", {},
      element("span", { class: "sign", role: "img", "aria-label": status }, TEST_SIGNS[status]),
      element("span", { class: "title" }, title || name),
      element("span", { class: "number" }, `${points} of ${most}`)));
  // Charts of tests that nobody opens are not drawn.
  once(shown, () => {
    shown.append(element("p", { class: "quiet" }, element("code", {}, name), reason ? ` · ${reason}: ${REASONS[reason]}` : ""));
    if (message && !common) shown.append(element("pre", { class: "message", dir: "auto" }, message));
    if (WITHOUT_TIMELINE.has(reason) || status === "error") return;
    const expectedSeconds = expected ? `, expected ${seconds(expected[0])}` : "";
    shown.append(element("p", {}, `Took ${seconds(time)}${expectedSeconds}.`));
    const beside = expected && { seconds: expected[0], timeline: timelines[expected[1]] };
    const measured = { seconds: time, timeline: timelines[timelineAt] };
    if (measured.timeline[0].length || beside?.timeline[0].length) shown.append(timelineChart(measured, beside));
  });
  return shown;
}

function once(details, fill) {
  if (details.open) fill();
  else details.addEventListener("toggle", fill, { once: true });
}

function facts(rows) {
  const known = rows.filter(([, value]) => value);
  return element("dl", { class: "facts" }, ...known.flatMap(([name, value]) => [
    element("dt", {}, name),
    element("dd", {}, bdi(value)),
  ]));
}

function notes(title, sentences) {
  if (!sentences.length) return [];
  return [element("h3", {}, title), element("ul", {}, ...sentences.map((text) => element("li", {}, bdi(text))))];
}

function pairContents({ sides, ranges }) {
  const sources = sides.map((side, place) => {
    const first = place * 2;
    return element("section", { class: "source" },
      element("h3", {}, bdi(side.name)),
      element("p", { class: "quiet" }, `${percent(side.share)} in common · `, bdi(side.path)),
      side.also.length ? element("p", { class: "quiet" }, "The same code: ", bdi(side.also.join(", "))) : null,
      codeLines(evidence().sources[side.source], ranges.map((range) => [range[first], range[first + 1]])));
  });
  return [
    element("p", {}, evidence().note),
    element("p", { class: "quiet" }, "Lines with a bar stand in both files, in this order or another."),
    element("div", { class: "pair" }, ...sources),
  ];
}

function codeLines(source, ranges) {
  const lines = source.split("\n").map((line, place) => {
    const number = place + 1;
    const isAlike = ranges.some(([from, to]) => from <= number && number <= to);
    const code = element("code", {}, line || " ");
    return element("li", isAlike ? { class: "alike" } : {}, isAlike ? element("mark", {}, code) : code);
  });
  return element("ol", { class: "code" }, ...lines);
}
