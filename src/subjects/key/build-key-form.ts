/**
 * Builds the form of a key expression: through constants and single-assignment variables, destructuring,
 * and the functions, methods and getters of the same file, whose parameters stand for their arguments.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import { Work } from "../../flow/work.ts";
import { unwrap } from "../../syntax/tree.ts";
import { formOfCall } from "./form-of-call.ts";
import { formOfIdentifier } from "./form-of-identifier.ts";
import { formOfMember } from "./form-of-member.ts";
import type { KeyForm, LiteralForm } from "./key-form.ts";
import { evaluationOf, type Reading } from "./reading.ts";
import { formOfBinary, formOfTemplate } from "./text-forms.ts";

const MAXIMUM_DEPTH = 14;
const MAXIMUM_OPTIONS = 6;
/** How many expressions one key is read through. */
const MAXIMUM_PARTS = 300;

const forms = new WeakMap<FileFacts, Map<TSESTree.Node, KeyForm>>();

/** Builds the form of a key as it is where parameters stand for what one call gives. */
export function buildKeyFormFor(file: FileFacts, expression: TSESTree.Node, bindings: ReadonlyMap<Variable, KeyForm>, route: string): KeyForm {
  return build(expression, { file, bindings, route, depth: 0, work: new Work(MAXIMUM_PARTS), build });
}

/** Builds the normal form of a key expression. */
export function buildKeyForm(file: FileFacts, expression: TSESTree.Node): KeyForm {
  const known = forms.get(file) ?? new Map<TSESTree.Node, KeyForm>();
  forms.set(file, known);
  const found = known.get(expression);
  if (found !== undefined) return found;
  const form = build(expression, { file, bindings: new Map(), route: "", depth: 0, work: new Work(MAXIMUM_PARTS), build });
  known.set(expression, form);
  return form;
}

function build(expression: TSESTree.Node, from: Reading): KeyForm {
  const node = unwrap(expression);
  if (from.depth > MAXIMUM_DEPTH || !from.work.spend(1)) return { kind: "unknown", node };
  const reading: Reading = { ...from, depth: from.depth + 1 };
  switch (node.type) {
    case "Literal":
      return "regex" in node ? fresh(node, reading) : { kind: "literal", value: node.value as LiteralForm["value"], node };
    case "TemplateLiteral":
      return formOfTemplate(node, reading);
    case "BinaryExpression":
      return formOfBinary(node, reading);
    case "Identifier":
      return formOfIdentifier(node, reading);
    case "MemberExpression":
      return formOfMember(node, reading);
    case "ThisExpression":
      return { kind: "input", id: "this", name: "this", origin: "kept", variable: undefined, node };
    case "CallExpression":
    case "NewExpression":
      return formOfCall(node, reading);
    case "AwaitExpression":
      return settled(build(node.argument, reading), node);
    case "AssignmentExpression":
      return node.operator === "=" ? build(node.right, reading) : { kind: "unknown", node };
    case "SequenceExpression":
      return build(node.expressions.at(-1) as TSESTree.Node, reading);
    case "LogicalExpression":
      return choice(node, node.operator === "&&" ? [node.right] : [node.left, node.right], reading);
    case "ConditionalExpression":
      return choice(node, branchesOf(node, reading), reading);
    case "UpdateExpression":
      return { kind: "changing", what: "counter", node, at: evaluationOf(node, reading) };
    default:
      return node.type in FRESH ? fresh(node, reading) : { kind: "unknown", node };
  }
}

/** What a promise that the file makes resolves to is not known; of other calls the result stands for what it resolves to. */
function settled(form: KeyForm, node: TSESTree.AwaitExpression): KeyForm {
  const made = form.kind === "fresh" ? unwrap(form.node) : undefined;
  return made?.type === "NewExpression" && made.callee.type === "Identifier" && made.callee.name === "Promise" ? { kind: "unknown", node } : form;
}

const FRESH: Readonly<Record<string, string>> = {
  Literal: "a regular expression",
  ObjectExpression: "an object literal",
  ArrayExpression: "an array literal",
  ArrowFunctionExpression: "a function written in place",
  FunctionExpression: "a function written in place",
  ClassExpression: "a class written in place",
  JSXElement: "an element",
  JSXFragment: "an element",
};

function fresh(node: TSESTree.Node, reading: Reading): KeyForm {
  return { kind: "fresh", what: FRESH[node.type] ?? "a new object", node, at: evaluationOf(node, reading), isInPlace: true, isShared: false, isUnchanged: true };
}

/** The branches that can be taken: a helper that is called without an argument goes one way where it asks for that argument. */
function branchesOf({ test, consequent, alternate }: TSESTree.ConditionalExpression, reading: Reading): readonly TSESTree.Node[] {
  const variable = reading.file.variables.variableOf(unwrap(test));
  const given = variable === undefined ? undefined : reading.bindings.get(variable);
  return given?.kind === "literal" ? [given.value ? consequent : alternate] : [consequent, alternate];
}

function choice(node: TSESTree.Node, branches: readonly TSESTree.Node[], reading: Reading): KeyForm {
  const options = branches.map((branch) => build(branch, reading)).flatMap((form) => (form.kind === "choice" ? form.options : [form]));
  const [only] = options;
  if (options.length > MAXIMUM_OPTIONS) return { kind: "unknown", node };
  return options.length === 1 && only !== undefined ? only : { kind: "choice", options, node, at: evaluationOf(node, reading) };
}
