import type { CollectionInsert } from "../../candidates/growing-collection.ts";
import type { Evidence } from "../evidence.ts";

export const containerLifetime: Evidence<CollectionInsert, "long" | "likely-long"> = {
  id: "outlives/container-lifetime",
  asks: "How long does what holds the collection live?",
  levels: {
    long: ["what holds it lives long", "leak"],
    "likely-long": ["something says that what holds it lives long", "leak"],
  },
  ask(_file, { lifetime: { confidence, basis } }) {
    const level = confidence === "certain" ? "long" : confidence === "likely" ? "likely-long" : "unknown";
    return { level, basis: basis === "name" ? "named" : "shown" };
  },
};
