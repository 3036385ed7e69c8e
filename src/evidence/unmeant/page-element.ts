import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { pageElements } from "../../catalogue/words/meant-to-stay.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { calleeName, enclosingFunction } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const pageElement: Evidence<GrowingCollection, "yes"> = {
  id: "unmeant/page-element",
  asks: "Does the insert go with a script, link or style element, which the page keeps as well?",
  levels: { yes: ["it goes with an element that the page keeps as well", "no leak"] },
  ask: (file, { insert }) => yesAt(findPageElement(file, insert)),
};

/** Beside the insert a script, link or style element is put into the page, which keeps one for each key as well. */
function findPageElement(file: FileFacts, { node }: Operation): TSESTree.Node | undefined {
  const around = enclosingFunction(node);
  return around && file.calls.directlyIn(around).find((call) => {
    const [tag] = call.arguments;
    return calleeName(call) === "createElement" && tag?.type === "Literal" && pageElements.test(String(tag.value));
  });
}
