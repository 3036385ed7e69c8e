import type { UnendedChild } from "../../candidates/unended-child.ts";
import { childOfOwner, heldByChild } from "../../subjects/child/child-of-owner.ts";
import type { Evidence } from "../evidence.ts";

export const childHolds: Evidence<UnendedChild, "process" | "outside" | "part" | "handed-on" | "nothing"> = {
  id: "real/child-holds",
  asks: "What does the object hold, by its class, until one of its methods is called?",
  levels: {
    "process": ["its class acquires what stays for as long as the page or process, and has a method that releases it", "leak"],
    "outside": ["its class puts something on what it is given from outside, and has a method that takes it off", "open"],
    "part": ["its class makes something of which no file in sight tells what it holds, and has a method that ends that", "open"],
    "handed-on": ["its class gives the object to other code where it is made, which may end it", "no leak"],
    "nothing": ["its class holds nothing that would outlive it, or has no method that ends that", "no leak"],
  },
  ask(file, { place, made }) {
    const child = childOfOwner(file, place, made);
    if (child === undefined) return { level: "unknown", basis: "project" };
    const held = heldByChild(file, place, made);
    if (held === undefined) return { level: "nothing", basis: "project" };
    if (child.isHandedOn) return { level: "handed-on", basis: "project" };
    return { level: held.life, basis: "project", ...(held.at.file === file ? { at: held.at.node } : { where: file.project.placeOf(held.at) }) };
  },
};
