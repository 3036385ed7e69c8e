/** Whether code of other files can reach a collection by its name, and so delete from it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { accessibilityOf } from "../../syntax/annotations.ts";
import { isClass, memberName } from "../../syntax/tree.ts";
import type { Collection } from "./collection.ts";
import { isModuleWrapper } from "./container-lifetime.ts";

/** Answers it by export, by access modifier, and by the underscore habit where the file has it. */
export function isReachableFromOutside(file: FileFacts, { place }: Collection): boolean {
  const member = place.path.at(-1);
  if (place.root.kind === "variable") {
    if (isExportedVariable(place.root.variable) || place.root.variable.defs[0]?.type === "ImportBinding") return true;
    const around = functionOf(place.root.variable);
    const isOfModule = around === undefined || isModuleWrapper(file, around);
    return member !== undefined && isOfModule && !isPrivateName(member) && isGivenOut(place.root.variable);
  }
  if (member === undefined) return false;
  if (place.root.kind === "global") return !isPrivateName(member);
  const declared = findDeclaration(place.root.owner, member);
  // What a subclass may reach it may empty, whatever the member's name looks like.
  if (declared?.accessibility === "protected") return true;
  if (declared?.accessibility === "private" || isPrivateName(member)) return false;
  return declared?.accessibility !== undefined || hasPrivateMembers(file, place.root.owner);
}

/** Whether the variable that holds the collection is exported. */
export function isExportedCollection({ place }: Collection): boolean {
  return place.root.kind === "variable" && isExportedVariable(place.root.variable);
}

function isPrivateName(name: string): boolean {
  return /^(?:[_#]|\[symbol)/.test(name);
}

function isExportedVariable(variable: Variable): boolean {
  const [definition] = variable.defs;
  return definition?.type === "Variable" && definition.parent.parent?.type === "ExportNamedDeclaration";
}

/** Whether the object that has the collection as a member is itself exported, returned or passed on. */
function isGivenOut(variable: Variable): boolean {
  return variable.references.some((reference) => !reference.isWrite() && reference.identifier.parent.type !== "MemberExpression");
}

interface Declaration {
  readonly accessibility: TSESTree.Accessibility | undefined;
}

function findDeclaration(owner: InstanceOwner, member: string): Declaration | undefined {
  if (!isClass(owner)) return undefined;
  for (const element of owner.body.body) {
    if (element.type === "PropertyDefinition" && memberName(element) === member) return { accessibility: accessibilityOf(element) };
    if (element.type !== "MethodDefinition" || element.kind !== "constructor") continue;
    for (const parameter of element.value.params) {
      const isIt = parameter.type === "TSParameterProperty" && parameter.parameter.type === "Identifier" && parameter.parameter.name === member;
      if (isIt) return { accessibility: accessibilityOf(parameter) };
    }
  }
  return undefined;
}

/** Where other members are marked private, the unmarked ones are meant for others; where none is, the mark says nothing. */
function hasPrivateMembers(file: FileFacts, owner: InstanceOwner): boolean {
  const marksByModifier = isClass(owner) && owner.body.body.some((element) => accessibilityOf(element) !== undefined);
  return marksByModifier || !isClass(owner) || file.nodes.members.some((node) => node.object.type === "ThisExpression" && isPrivateName(memberName(node) ?? ""));
}
