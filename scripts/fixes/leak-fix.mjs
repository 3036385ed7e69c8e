/** Whether a commit mends a leak, as far as its message and the lines that come and go tell. */
import { KINDS, NO_PRODUCT, OTHER_WORK, RELEASE, SOURCE } from "./words.mjs";

const MOST_FILES = 6;
/** A change of more lines than this is made for something else, and mends a leak beside it. */
const MOST_ADDED = 400;

/** In what way a subject says that the commit mends a leak; undefined if it does not. */
export function kindOfSubject(subject) {
  return OTHER_WORK.test(subject) ? undefined : KINDS.find(({ says }) => says.test(subject))?.kind;
}

/** The files of the product among those that a commit changes; none if there are too many to look for one leak in. */
export function productFiles(changed) {
  const files = changed.filter((file) => SOURCE.test(file) && !NO_PRODUCT.test(file));
  return files.length > MOST_FILES ? [] : files;
}

/**
 * The files that a commit mends, out of the patches (without context) of its product files: those that gain a release, if
 * all of them together gain more than they lose. Moved and renamed releases are no mend.
 */
export function mendedFiles(patches) {
  const gains = patches.map(({ file, patch }) => ({ file, patch, added: linesOf(patch, "+"), removed: linesOf(patch, "-") })).filter(({ added }) => added.length <= MOST_ADDED);
  const count = (lines) => lines.filter((line) => RELEASE.test(line)).length;
  const balance = gains.reduce((sum, { added, removed }) => sum + count(added) - count(removed), 0);
  return balance <= 0 ? [] : gains.filter(({ added }) => count(added) > 0).map(({ file, patch }) => ({ file, patch, hunks: hunksOf(patch) }));
}

/** The lines that a patch adds (`+`) or removes (`-`). */
function linesOf(patch, sign) {
  return patch.split("\n").filter((line) => line.startsWith(sign) && !line.startsWith(`${sign.repeat(3)} `));
}

/** The places before the commit that a patch changes: `[line, length]` each. */
function hunksOf(patch) {
  return [...patch.matchAll(/^@@ -(\d+)(?:,(\d+))? /gm)].map(([, line, length = "1"]) => [Number(line), Number(length)]);
}
