/** Lines of a text, counted from one, as ESLint counts them. */
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;

/** The offsets at which the lines of a text start. */
export function lineStartsOf(text) {
  return [0, ...Array.from(text.matchAll(LINE_END), ({ index, 0: end }) => index + end.length)];
}

/** The line that holds an offset. */
export function lineAt(starts, offset) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** What new lines of a text end with. */
export function lineEndOf(text) {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
