import type { HeldField } from "../../candidates/kept-field.ts";
import { programMakesOf } from "../../subjects/program/runs.ts";
import { isClass } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const ownerMade: Evidence<HeldField, "yes"> = {
  id: "repeats/owner-made",
  asks: "Is the class of the field made once, by all files that name it?",
  levels: { yes: ["the program makes one object of the class, whose field keeps one of it until the program ends", "no leak"] },
  ask(file, { place, life }) {
    const owner = place.root.kind === "instance" ? place.root.owner : undefined;
    // What pauses may begin again, and keep another.
    if (!isClass(owner) || life().teardown?.rank === "pausing") return { level: "unknown", basis: "project" };
    const { level, at } = programMakesOf(file, owner);
    if (level !== "once") return { level: "unknown", basis: "project" };
    return { level: "yes", basis: "project", ...(at !== undefined && (at.file === file ? { at: at.node } : { where: file.project.placeOf(at) })) };
  },
};
