import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { Evidence } from "../evidence.ts";

export const pieceOfWork: Evidence<CollectionInsert, "work" | "render"> = {
  id: "outlives/piece-of-work",
  asks: "Is what holds it by its name made for one piece of work?",
  levels: {
    work: ["what holds it is by its name made for one piece of work", "no leak"],
    render: ["what holds it is by its name a hook or a component", "no leak"],
  },
  ask: (_file, { lifetime: { passing } }) => ({ level: passing === "work" || passing === "render" ? passing : "unknown", basis: "named" }),
};
