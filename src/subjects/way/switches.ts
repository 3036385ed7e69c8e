/** Which clauses of a `switch` are worth remembering: each one kept apart multiplies the ways that go on behind it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, isWithin, unwrap, wrapped } from "../../syntax/tree.ts";

const answers = new WeakMap<TSESTree.SwitchStatement, boolean>();

/** Whether the function around a `switch` asks for the same thing once more: in a test, or in another `switch`. */
export function isAskedElsewhere(file: FileFacts, statement: TSESTree.SwitchStatement): boolean {
  const answer = answers.get(statement) ?? findOther(file, statement);
  answers.set(statement, answer);
  return answer;
}

function findOther(file: FileFacts, { discriminant }: TSESTree.SwitchStatement): boolean {
  const place = file.places.placeOf(unwrap(discriminant));
  if (place?.root.kind !== "variable") return false;
  const owner = enclosingFunction(discriminant);
  return place.root.variable.references.some(({ identifier }) => {
    const named = outermostMember(identifier as TSESTree.Identifier);
    return !isWithin(named, discriminant) && isOperandOfTest(named) && enclosingFunction(named) === owner && file.places.placeOf(named)?.key === place.key;
  });
}

function outermostMember(identifier: TSESTree.Identifier): TSESTree.Node {
  let at: TSESTree.Node = identifier;
  for (let parent = wrapped(at).parent; parent?.type === "MemberExpression" && unwrap(parent.object) === at; parent = wrapped(at).parent) at = parent;
  return at;
}

const TESTS = new Set<string>(["IfStatement", "ConditionalExpression", "LogicalExpression", "UnaryExpression", "BinaryExpression", "SwitchStatement"]);

function isOperandOfTest(node: TSESTree.Node): boolean {
  return TESTS.has(wrapped(node).parent?.type ?? "");
}
