import type { TSESTree } from "@typescript-eslint/utils";

import type { DerivedEntry } from "../candidates/never-stored-entry.ts";
import { calleeName, isWithin, memberName, unwrap, walk } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `x.promise === source`, `indexOf(source)` or `delete(source)` in the callback, where what was put in is derived from `source`. */
export const neverStored: Proof<DerivedEntry> = {
  id: "proof/never-stored",
  says: "its removal looks for the promise that the stored one was derived from",
  find(file, { callback, end, source, field }) {
    const text = file.sourceCode.getText(source);
    const isSource = (side: TSESTree.Node): boolean => file.sourceCode.getText(side) === text;
    const isField = (side: TSESTree.Node): boolean => side.type === "MemberExpression" && memberName(side) === field && !isSource(side);
    let found: TSESTree.Node | undefined;
    walk(callback.body, file.visitorKeys, (node) => {
      if (node.type === "CallExpression" && field === undefined) {
        const [first] = node.arguments;
        const isSearch = calleeName(node) === "indexOf" || (calleeName(node) === "delete" && isWithin(node, end.node));
        if (isSearch && first !== undefined && isSource(first)) found = node;
      }
      if (node.type === "BinaryExpression" && (node.operator === "===" || node.operator === "==") && field !== undefined) {
        const [left, right] = [unwrap(node.left), unwrap(node.right)];
        if ((isField(left) && isSource(right)) || (isField(right) && isSource(left))) found = node;
      }
      return found === undefined;
    });
    return found ?? false;
  },
};
