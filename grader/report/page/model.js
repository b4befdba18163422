"use strict";
// The class as the data blocks hold it, and the words for it. The details (verdicts, messages, timelines) take room:
// they are read when they are first asked for.

const LATE = 1;
const BY_HAND = 2;
const NOTHING = -1;

const classData = JSON.parse(byId("class-data").textContent);
const students = classData.students;
const exercises = classData.exercises;
const classDetails = readOnce("details-data");
const evidence = readOnce("evidence-data");

function readOnce(id) {
  let block = null;
  return () => (block ??= JSON.parse(byId(id).textContent));
}

function markOf(student, exercise) {
  const [state, points, misconception, flags] = students[student].marks[exercise];
  const byHand = (flags & BY_HAND) !== 0;
  return {
    state,
    points,
    most: exercises[exercise].max,
    misconception: misconception === NOTHING ? "" : classData.misconceptions[misconception],
    late: (flags & LATE) !== 0,
    byHand,
    hasPoints: byHand || state === "g",
  };
}

// Where there is no mark to show, these stand for it. The order is that of sorting: what a person has to look at first.
const WITHOUT_POINTS = {
  e: { sign: "!", look: "error", words: "no mark: the grader failed" },
  u: { sign: "?", look: "unclear", words: "unclear which file counts" },
  m: { sign: "–", look: "missing", words: "not handed in" },
};
const ORDER_WITHOUT_POINTS = Object.keys(WITHOUT_POINTS);

function signOf(mark) {
  return mark.hasPoints ? amount(mark.points) : WITHOUT_POINTS[mark.state].sign;
}

function lookOf(mark) {
  if (!mark.hasPoints) return WITHOUT_POINTS[mark.state].look;
  const share = mark.most > 0 ? mark.points / mark.most : 1;
  if (share >= 1) return "full";
  if (share <= 0) return "none";
  return share >= 2 / 3 ? "most" : share >= 1 / 3 ? "half" : "few";
}

function wordsOf(mark) {
  const words = [
    mark.hasPoints ? `${amount(mark.points)} of ${mark.most} points` : WITHOUT_POINTS[mark.state].words,
  ];
  if (mark.late) words.push("late");
  if (mark.byHand) words.push("set by hand");
  if (mark.misconception) words.push(`misconception ${mark.misconception}`);
  return words.join(", ");
}

function flagsOf(mark) {
  return (mark.late ? "L" : "") + (mark.byHand ? "H" : "") || null;
}

function titleOf(exercise) {
  return `${exercises[exercise].number} ${exercises[exercise].title}`;
}

function amount(points) {
  return String(Math.round(points * 100) / 100);
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}

function counted(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function seconds(number) {
  return Number.isFinite(number) ? `${Number(number.toPrecision(6))} s` : "no time that can be told";
}

// Finding students

const FILTERS = {
  all: ["everybody", () => true],
  help: ["needs help", (student) => student.need !== ""],
  absent: ["handed in nothing", (student) => student.marks.every(([state, , , flags]) => state === "m" && !(flags & BY_HAND))],
  missing: ["something is missing", hasMark((state) => state === "m")],
  late: ["late", hasMark((state, flags) => flags & LATE)],
  unclear: ["unclear", hasMark((state) => state === "u")],
  error: ["the grader failed", hasMark((state) => state === "e")],
  hand: ["set by hand", hasMark((state, flags) => flags & BY_HAND)],
  misconception: ["a misconception", (student) => student.marks.some(([, , misconception]) => misconception !== NOTHING)],
  notes: ["something was left out", (student) => student.problems > 0],
};

function hasMark(holds) {
  return (student) => student.marks.some(([state, , , flags]) => holds(state, flags));
}

// Searching looks at letters, not at accents or case: "mull" finds "Müller".
function searchable(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const searchTexts = new Map();

function searchText(student) {
  if (!searchTexts.has(student)) {
    const { name, key, email, section, also, marks } = students[student];
    const met = marks.map(([, , place]) => (place === NOTHING ? "" : classData.misconceptions[place]));
    searchTexts.set(student, searchable([name, key, email, section, ...also, ...met].join("\n")));
  }
  return searchTexts.get(student);
}

function studentsFound({ search, show, section }) {
  const words = searchable(search).split(/\s+/).filter(Boolean);
  const [, holds] = FILTERS[show];
  return students
    .map((_, student) => student)
    .filter((student) => holds(students[student]))
    .filter((student) => !section || students[student].section === section)
    .filter((student) => words.every((word) => searchText(student).includes(word)));
}

// Sorting students

const collator = new Intl.Collator("en", { numeric: true });

function byName(one, other) {
  return collator.compare(students[one].name, students[other].name) || one - other;
}

function byTotal(one, other) {
  return share(students[one]) - share(students[other]);
}

function byExercise(exercise) {
  return (one, other) => rank(markOf(one, exercise)) - rank(markOf(other, exercise));
}

function share(student) {
  return student.max > 0 ? student.points / student.max : 0;
}

function rank(mark) {
  return mark.hasPoints ? mark.points : ORDER_WITHOUT_POINTS.indexOf(mark.state) - ORDER_WITHOUT_POINTS.length;
}
