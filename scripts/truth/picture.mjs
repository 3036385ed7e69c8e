/** Draws recall against precision: where each engine stands on code that was read, and on code that nobody has read. */

const [WIDTH, HEIGHT] = [640, 420];
const FRAME = { left: 64, right: 616, top: 24, bottom: 356 };
const LABEL = { width: 100, height: 15 };
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .axis { stroke: #8c959f; fill: none; } .grid { stroke: #d0d7de; stroke-dasharray: 2 4; fill: none; }
  .read { fill: none; stroke: #57606a; stroke-width: 1.5; } .unread { fill: #0969da; } .way { stroke: #8c959f; stroke-dasharray: 4 3; }
  .small { font-size: 12px; fill: #57606a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .small { fill: #9198a1; } .grid { stroke: #30363d; } .read { stroke: #9198a1; } .unread { fill: #4493f8; }
  }`;

/**
 * Draws the picture as SVG. `engines` are `{name, train, validation}`, each fold with `recall` and `precision` from 0 to 1, or
 * undefined where one of them is not known.
 */
export function drawPicture(engines) {
  const shown = engines.filter(({ validation }) => validation !== undefined);
  const title = shown.map(({ name, validation }) => `${name}: ${describe(validation)}`).join("; ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="Recall against precision on code that nobody has read. ${title}">`,
    `<style>${STYLE}\n</style>`,
    ...[0, 25, 50, 75, 100].flatMap((share) => gridOf(share / 100)),
    `<path class="axis" d="M${FRAME.left} ${FRAME.top}V${FRAME.bottom}H${FRAME.right}"/>`,
    `<text x="${(FRAME.left + FRAME.right) / 2}" y="${FRAME.bottom + 36}" text-anchor="middle">recall: leak-mending commits with which a report goes</text>`,
    `<text transform="translate(18 ${(FRAME.top + FRAME.bottom) / 2}) rotate(-90)" text-anchor="middle">precision: reports that are true</text>`,
    ...drawEngines(shown),
    `<circle class="unread" cx="${FRAME.left + 8}" cy="${HEIGHT - 12}" r="5"/><text class="small" x="${FRAME.left + 20}" y="${HEIGHT - 8}">code that nobody has read</text>`,
    `<circle class="read" cx="${FRAME.left + 208}" cy="${HEIGHT - 12}" r="5"/><text class="small" x="${FRAME.left + 220}" y="${HEIGHT - 8}">code that was read, and its false reports mended</text>`,
    "</svg>",
    "",
  ].join("\n");
}

function drawEngines(engines) {
  const taken = [];
  return engines.flatMap((engine) => drawEngine(engine, taken));
}

/** Draws a point for each fold of an engine; `taken` are the places of labels so far, which the new ones step around. */
function drawEngine({ name, train, validation }, taken) {
  const mark = [...drawPoint("unread", name, validation, taken)];
  if (train === undefined) return mark;
  const [[fromX, fromY], [x, y]] = [placeOf(train), placeOf(validation)];
  return [`<path class="way" d="M${fromX} ${fromY}L${x} ${y}"/>`, ...drawPoint("read", name, train, taken), ...mark];
}

function drawPoint(kind, name, point, taken) {
  const [x, y] = placeOf(point);
  let at = y + 4;
  while (taken.some((label) => Math.abs(label.at - at) < LABEL.height && Math.abs(label.x - x) < LABEL.width)) at += LABEL.height;
  taken.push({ x, at });
  return [`<circle class="${kind}" cx="${x}" cy="${y}" r="6"/>`, `<text${kind === "read" ? ' class="small"' : ""} x="${x + 10}" y="${at}">${name}</text>`];
}

function gridOf(share) {
  const [x, y] = placeOf({ recall: share, precision: share });
  return [
    `<path class="grid" d="M${x} ${FRAME.top}V${FRAME.bottom}M${FRAME.left} ${y}H${FRAME.right}"/>`,
    `<text class="small" x="${x}" y="${FRAME.bottom + 16}" text-anchor="middle">${100 * share}%</text>`,
    `<text class="small" x="${FRAME.left - 6}" y="${y + 4}" text-anchor="end">${100 * share}%</text>`,
  ];
}

function placeOf({ recall, precision }) {
  return [FRAME.left + recall * (FRAME.right - FRAME.left), FRAME.bottom - precision * (FRAME.bottom - FRAME.top)].map(Math.round);
}

function describe({ recall, precision }) {
  return `${Math.round(100 * recall)}% found, ${Math.round(100 * precision)}% true`;
}
