import type { RepeatedAddition } from "../../candidates/repeated-addition.ts";
import { compareCalls, isExact } from "../../subjects/listener/listener-match.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const neighboursRemoved: Evidence<RepeatedAddition, "outnumbered" | "others" | "few" | "several" | "many"> = {
  id: "unreleased/neighbours-removed",
  asks: "How many neighbours of the repeated addition are removals, and do they remove what stands beside the first one?",
  levels: {
    outnumbered: ["its function adds more listeners than it removes", "no leak"],
    others: ["its neighbours remove other listeners than those beside the first addition", "no leak"],
    few: ["one or two of its neighbours are removals", "open"],
    several: ["its neighbours remove their listeners", "leak"],
    many: ["all of its many neighbours remove their listeners", "leak"],
  },
  ask(file, { added, column, additions, calls }) {
    if (column.length < additions.length) return { level: "outnumbered", basis: "shown" };
    const beside = calls.added.filter(({ call }) => enclosingFunction(call) === enclosingFunction(added.call));
    const mirrored = column.find((removal) => beside.some((addition) => isExact(compareCalls(file, addition, removal))));
    if (mirrored === undefined) return { level: "others", basis: "shown" };
    return { level: column.length > 4 ? "many" : column.length < 3 ? "few" : "several", basis: "shown", at: mirrored.call };
  },
};
