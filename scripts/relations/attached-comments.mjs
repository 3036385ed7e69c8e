/** Which comments belong to a piece of code, so that they move with it. */
import { lineStartsOf } from "./text-lines.mjs";
import { commentsIn } from "./tokens.mjs";

const REST_OF_LINE = /[^\S\r\n]*(?:[\r\n]|$)/y;
const SAME_LINE = /^[^\S\r\n]*$/;

/** The start of what stands at an offset with the comments right above it or before it; none of them starts before `floor`. */
export function startWithComments(file, offset, floor) {
  let start = offset;
  for (const { range } of commentsIn(file, floor, offset).reverse()) {
    if (!isOneLineBreak(file.text.slice(range[1], start))) break;
    start = range[0];
  }
  return start;
}

/** A blank line parts a comment from what follows. */
function isOneLineBreak(gap) {
  return gap.trim() === "" && lineStartsOf(gap).length <= 2;
}

/** The end of what ends at an offset with the comments behind it, if nothing else follows on their line. */
export function endWithComments(file, offset, ceiling) {
  let end = offset;
  for (const { range } of commentsIn(file, offset, ceiling)) {
    if (!SAME_LINE.test(file.text.slice(end, range[0]))) break;
    end = range[1];
  }
  REST_OF_LINE.lastIndex = end;
  return REST_OF_LINE.test(file.text) ? end : offset;
}
