import type { TSESTree } from "@typescript-eslint/utils";
import type { Lowering, LowerTable } from "./lowering.ts";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * A class is created where it stands. Decorators, the `extends` expression and computed keys are evaluated before;
 * static blocks and field initialisers have graphs of their own, so the one step that creates the class stands for
 * running the static ones.
 */
export const classes: LowerTable = {
  ClassDeclaration: lowerClass,
  ClassExpression: lowerClass,
};

function lowerClass(lowering: Lowering, node: Class): void {
  lowerDecorators(lowering, node);
  lowering.lowerChild(node.superClass);
  for (const member of node.body.body) lowerMember(lowering, member);
  if (runsCodeOfOthers(node)) lowering.addThrowingStep("evaluate", node);
  else lowering.addStep("evaluate", node);
}

function lowerMember(lowering: Lowering, member: TSESTree.ClassElement): void {
  lowerDecorators(lowering, member);
  if (member.type === "MethodDefinition") {
    for (const parameter of member.value.params) lowerDecorators(lowering, parameter);
  }
  if ("computed" in member && member.computed) lowering.lowerChild(member.key);
}

function lowerDecorators(lowering: Lowering, node: TSESTree.Node): void {
  for (const { expression } of decoratorsOf(node)) lowering.lowerChild(expression);
}

/** The decorators of a class, member or parameter; plain JavaScript parsers leave the list out. */
function decoratorsOf(node: TSESTree.Node): readonly TSESTree.Decorator[] {
  return "decorators" in node ? (node.decorators ?? []) : [];
}

function runsCodeOfOthers(node: Class): boolean {
  if (decoratorsOf(node).length > 0) return true;
  return node.body.body.some((member) => decoratorsOf(member).length > 0 || hasStaticCode(member));
}

function hasStaticCode(member: TSESTree.ClassElement): boolean {
  if (member.type === "StaticBlock") return true;
  if (member.type !== "PropertyDefinition" && member.type !== "AccessorProperty") return false;
  return member.static && member.value !== null && member.value.type !== "Literal";
}
