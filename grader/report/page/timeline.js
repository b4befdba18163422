"use strict";
// Calls over virtual time, as bars: what was measured above what was expected, on one scale. Each label has a row;
// calls of one label that overlap have more rows.

const MOST_ROWS = 16;
const ROW_HEIGHT = 18;
const END_OF_CHART = 96; // percent: a mark behind the last bar needs room
const OUTCOMES = { failed: ["✗", "failed"], cancelled: ["⊘", "cancelled"], running: ["▸", "had not ended"] };

function timelineChart(measured, expected) {
  const [spans, hidden] = measured.timeline;
  const [expectedSpans, expectedHidden] = expected ? expected.timeline : [[], 0];
  const all = [...spans, ...expectedSpans];
  const end = Math.max(...[measured.seconds, expected ? expected.seconds : 0].filter(Number.isFinite), 0,
    ...all.map(([, start, stop]) => Math.max(start ?? 0, stop ?? 0))) || 1;
  const scale = { end, ticks: ticks(end) };
  const order = new Map();
  all.forEach(([label], place) => order.has(label) || order.set(label, place));

  const chart = element("figure", { class: "timeline" }, axis(scale));
  chart.append(...rows("what it did", spans, hidden, order, scale, "measured"));
  if (expected && sameCalls(spans, expectedSpans)) {
    chart.append(element("p", { class: "quiet" }, "Expected: the same calls at the same times."));
  } else if (expected) {
    chart.append(...rows("expected", expectedSpans, expectedHidden, order, scale, "expected"));
  }
  const used = Object.keys(OUTCOMES).filter((outcome) => all.some((span) => outcomeOf(span) === outcome));
  const legend = used.map((outcome) => OUTCOMES[outcome].join(" ")).join(" · ");
  if (legend) chart.append(element("figcaption", { class: "quiet" }, legend));
  return chart;
}

function sameCalls(some, others) {
  return JSON.stringify(some) === JSON.stringify(others);
}

function outcomeOf([, , stop, outcome]) {
  return stop === null ? "running" : outcome;
}

function rows(title, spans, hidden, order, scale, look) {
  const found = lanes(spans).sort((one, other) => order.get(one[0][0]) - order.get(other[0][0]));
  const shown = found.slice(0, MOST_ROWS);
  const more = hidden + found.slice(MOST_ROWS).reduce((sum, lane) => sum + lane.length, 0);
  return [
    element("p", { class: "quiet" }, found.length ? title : `${title}: nothing is called`),
    ...shown.map((lane) => laneRow(lane, scale, look)),
    ...(more ? [element("p", { class: "quiet" }, `${counted(more, "more call")} not shown`)] : []),
  ];
}

function lanes(spans) {
  const found = [];
  for (const span of spans) {
    const free = found.find((lane) => {
      const [label, , stop] = lane[lane.length - 1];
      return label === span[0] && stop !== null && stop <= span[1];
    });
    if (free) free.push(span);
    else found.push([span]);
  }
  return found;
}

function laneRow(lane, scale, look) {
  const words = lane.map((span) => {
    const [, start, stop] = span;
    const outcome = OUTCOMES[outcomeOf(span)];
    return `${seconds(start)} to ${stop === null ? "the end" : seconds(stop)}${outcome ? `, ${outcome[1]}` : ""}`;
  });
  const chart = drawn("svg", { class: look, role: "img", height: ROW_HEIGHT, "aria-label": words.join("; ") });
  chart.append(...scale.ticks.map((tick) => gridLine(tick, scale)), ...lane.flatMap((span) => bar(span, scale)));
  return element("div", { class: "lane" }, element("span", { class: "label", title: lane[0][0], dir: "auto" }, lane[0][0]), chart);
}

function bar(span, scale) {
  const [label, start, stop] = span;
  const [from, to] = [at(start, scale), at(stop ?? scale.end, scale)];
  const outcome = outcomeOf(span);
  const words = `${label}: ${seconds(start)} to ${stop === null ? "the end" : seconds(stop)}`;
  // A call that takes no time must be seen too, and two in a row be told apart: each ends with a gap.
  const shape = drawn("rect", {
    class: outcome, x: `${from}%`, width: `${Math.max(to - from - 0.3, 0.5)}%`, y: 3, height: ROW_HEIGHT - 6, rx: 1,
  }, drawn("title", {}, words));
  const sign = OUTCOMES[outcome];
  return sign ? [shape, drawn("text", { class: outcome, x: `${to + 0.4}%`, y: ROW_HEIGHT - 5 }, sign[0])] : [shape];
}

function at(time, scale) {
  return (Math.min(Math.max(time ?? 0, 0), scale.end) / scale.end) * END_OF_CHART;
}

function gridLine(tick, scale) {
  const x = `${at(tick, scale)}%`;
  return drawn("line", { x1: x, x2: x, y1: 0, y2: ROW_HEIGHT });
}

function axis(scale) {
  const chart = drawn("svg", { height: ROW_HEIGHT, "aria-hidden": "true" });
  chart.append(...scale.ticks.map((tick) => drawn("text", { x: `${at(tick, scale)}%`, y: 12 }, seconds(tick))));
  return element("div", { class: "lane axis" }, element("span", { class: "label" }), chart);
}

// At most seven steps of 1, 2 or 5, or a power of ten of these.
function ticks(end) {
  const power = 10 ** Math.floor(Math.log10(end / 7));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => end / size <= 7) ?? 10 * power;
  const found = [];
  for (let count = 0; count * step <= end * (1 + 1e-9); count += 1) found.push(Number((count * step).toPrecision(12)));
  return found;
}
