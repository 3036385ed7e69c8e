/** Changes of a file under which no verdict of a leak finder may change: the program does the same. */
import { useArrows } from "./arrow-for-function.mjs";
import { moveClasses } from "./class-in-own-file.mjs";
import { nameLiterals } from "./constant-for-expression.mjs";
import { nameTexts } from "./function-for-expression.mjs";
import { giveMeaninglessNames } from "./meaningless-names.mjs";
import { reverseMembers } from "./members-change-places.mjs";

/**
 * Each relation with what it says. `change` takes what `readFile` answers and answers `{ text, lineOf }`, or `{ files }` of
 * several such where the file moves apart, or undefined where there is nothing to change. `lineOf` answers the lines that a
 * line of the original stands on.
 */
export const RELATIONS = [
  { id: "meaningless-names", says: "Variables, functions and classes of the file have names that mean nothing.", change: giveMeaninglessNames },
  { id: "members-change-places", says: "Methods, accessors and the constructor of a class stand in reverse order.", change: reverseMembers },
  { id: "constant-for-expression", says: "Texts and numbers that calls are handed are constants of the file.", change: nameLiterals },
  { id: "function-for-expression", says: "Texts that are put together for a call are built by a function of the file.", change: nameTexts },
  { id: "arrow-for-function", says: "Functions that need not be functions are arrows.", change: useArrows },
  { id: "class-in-own-file", says: "Classes that need nothing of their module but imports and types stand in files of their own.", change: moveClasses },
];

/** The files that a change answers, whether it moves them apart or not. */
export function filesOf(changed) {
  return changed.files ?? [{ name: undefined, ...changed }];
}
