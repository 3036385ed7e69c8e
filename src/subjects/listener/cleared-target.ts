/** Whose listeners a call takes off that takes all of them: `this.removeAllListeners()` takes none off what the object listens to. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { findThisOwner, type InstanceOwner } from "../../facts/this-owner.ts";
import { functionOf, initializerOf } from "../../facts/variables.ts";
import { isClass, isFunction, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";
import { targetOfListener } from "./listener-calls.ts";

/** Whether the call is about its own object, and the listener is on another one: a field, an import, what the module makes of another class, what the object's own constructor was given. */
export function isOfAnother(file: FileFacts, { acquisition }: Resource, call: CallNode): boolean {
  const [target, cleared] = [targetOfListener(file, acquisition), receiverOf(call)];
  const own = cleared === undefined || unwrap(cleared).type !== "ThisExpression" ? undefined : findThisOwner(cleared, file.variables);
  const place = target === undefined ? undefined : file.places.placeOf(target);
  if (own === undefined || place === undefined) return false;
  if (place.root.kind === "instance") return place.root.owner === own.owner && place.path.length > 0;
  if (place.root.kind !== "variable" || place.path.length > 0) return false;
  const { variable } = place.root;
  const [definition] = variable.defs;
  // `require("./settings")` is there before any of the objects that the file makes.
  if (definition?.type === "ImportBinding" || (target !== undefined && functionOf(variable) === undefined && file.imports.importedValueOf(target) !== undefined)) return true;
  if (definition?.type === "Parameter") return isFunction(definition.node) && file.functions.factOf(definition.node).owner === own.owner;
  const made = functionOf(variable) === undefined ? initializerOf(variable) : undefined;
  return made?.type === "NewExpression" && !mayMake(file, made, own.owner);
}

/** Whether what is made may be of the class. */
function mayMake(file: FileFacts, made: CallNode, owner: InstanceOwner): boolean {
  const callee = unwrap(made.callee);
  const maker = callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0] : undefined;
  if (maker?.type === "ImportBinding" || maker === undefined) return !isClass(owner);
  return maker.node === owner || !isClass(maker.node);
}
