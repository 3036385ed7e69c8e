/** The form of a member: a constant, a getter's value, a field, or a member of another form. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Place } from "../../facts/places.ts";
import { findThisOwner, type ThisOwner } from "../../facts/this-owner.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isClass, memberName, unwrap } from "../../syntax/tree.ts";
import type { KeyForm, LiteralForm } from "./key-form.ts";
import { evaluationOf, type Reading } from "./reading.ts";
import { collectReturns } from "./returned-values.ts";
import { propertyOf } from "./written-property.ts";

/** Builds the form of a member that is read. */
export function formOfMember(node: TSESTree.MemberExpression, reading: Reading): KeyForm {
  const name = memberName(node);
  if (name === undefined) {
    const receiver = reading.build(node.object, reading);
    return { kind: "call", callee: "[]", receiver, parts: [reading.build(node.property, reading)], node, at: evaluationOf(node, reading) };
  }
  const place = reading.file.places.placeOf(node);
  return (
    formOfGetter(node, name, reading) ??
    (place === undefined ? undefined : constantAt(place, node, reading)) ??
    (place !== undefined && isOwnField(place) ? fieldInput(place, node) : memberOfForm(reading.build(node.object, reading), name, node, reading))
  );
}

/** What a literal of the call holds; a member that callers may have written since is read as such. */
function memberOfForm(of: KeyForm, name: string, node: TSESTree.MemberExpression, reading: Reading): KeyForm {
  const written = of.kind === "fresh" && of.isUnchanged ? propertyOf(unwrap(of.node), name) : undefined;
  const form = written === undefined ? undefined : reading.build(written, reading);
  return form === undefined || form.kind === "fresh" || form.kind === "unknown" ? { kind: "member", of, name, node } : form;
}

function isOwnField(place: Place): boolean {
  return (place.root.kind === "instance" || place.root.kind === "static") && place.path.length === 1;
}

function fieldInput(place: Place, node: TSESTree.MemberExpression): KeyForm {
  return { kind: "input", id: place.key, name: `this.${place.path.join(".")}`, origin: "kept", variable: undefined, node };
}

/** A field or property that the file gives one value, a literal: a prefix, a name. */
function constantAt(place: Place, node: TSESTree.Node, { file }: Reading): LiteralForm | undefined {
  if (place.root.kind === "global" || (place.root.kind === "variable" && initializerOf(place.root.variable) === undefined)) return undefined;
  const stores = file.stores.storesTo(place);
  const value = stores.length === 1 && stores[0]?.value !== undefined ? unwrap(stores[0].value) : undefined;
  if (value?.type === "TemplateLiteral" && value.expressions.length === 0) return { kind: "literal", value: value.quasis[0]?.value.cooked ?? "", node };
  return value?.type === "Literal" && !("regex" in value) ? { kind: "literal", value: value.value as LiteralForm["value"], node } : undefined;
}

function formOfGetter(node: TSESTree.MemberExpression, name: string, reading: Reading): KeyForm | undefined {
  const object = unwrap(node.object);
  const { functions, variables } = reading.file;
  const found = object.type === "ThisExpression" ? findThisOwner(object, variables) : findNamedOwner(object, reading);
  if (found === undefined) return undefined;
  const getter = functions.membersOf(found.owner).find((member) => member.name === name && member.isStatic === found.isStatic && isGetter(member.node.parent));
  const returned = getter === undefined ? undefined : collectReturns(reading.file, getter.node);
  const [only] = returned ?? [];
  if (only === undefined || returned?.length !== 1) return undefined;
  return reading.build(only, { ...reading, route: `${reading.route}${evaluationOf(node, reading)}` });
}

/** `Keys.prefix`, where `Keys` is a class of the file or a constant that holds an object literal. */
function findNamedOwner(object: TSESTree.Node, { file }: Reading): ThisOwner | undefined {
  const variable = object.type === "Identifier" ? file.variables.variableOf(object) : undefined;
  const declared = variable?.defs[0]?.node;
  if (isClass(declared)) return { owner: declared, isStatic: true };
  const init = variable === undefined ? undefined : initializerOf(variable);
  const literal = init === undefined ? undefined : unwrap(init);
  return literal?.type === "ObjectExpression" ? { owner: literal, isStatic: false } : undefined;
}

function isGetter(node: TSESTree.Node): boolean {
  return (node.type === "MethodDefinition" || node.type === "Property") && node.kind === "get";
}
