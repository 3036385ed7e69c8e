import type { FlowOwner } from "../graph.ts";
import type { Lowering } from "./lowering.ts";

/** Lowers what happens when an owner runs: its parameters, then its body; or its initialiser. */
export function lowerOwner(lowering: Lowering, owner: FlowOwner): void {
  switch (owner.type) {
    case "Program":
    case "StaticBlock":
      return lowering.lowerStatements(owner.body);
    case "PropertyDefinition":
    case "AccessorProperty":
      lowering.lowerChild(owner.value);
      if (owner.value !== null) lowering.addStep("assign", owner);
      return;
    default:
      lowering.lowerEach(owner.params);
      lowering.lowerChild(owner.body);
      if (owner.body.type !== "BlockStatement") lowerImpliedReturn(lowering, owner);
  }
}

/** An arrow without braces returns its body; the step's node is the arrow itself. */
function lowerImpliedReturn(lowering: Lowering, owner: FlowOwner): void {
  lowering.addStep("return", owner);
  lowering.builder.leaveByReturn();
}
