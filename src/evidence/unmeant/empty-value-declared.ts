import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { unwrap } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `Map<string, Element | undefined>`: the key with nothing under it says that something was here. */
export const emptyValueDeclared: Evidence<StayingEntry, "yes" | "no"> = {
  id: "unmeant/empty-value-declared",
  asks: "Does the declared type of the collection have a value for nothing?",
  levels: {
    yes: ["the type of its collection declares keys with nothing under them", "no leak"],
    no: ["no type declares keys with nothing under them", "open"],
  },
  ask(file, { kept: { collection: { place, creation } } }) {
    const made = creation.value === undefined ? undefined : unwrap(creation.value);
    const declared = file.stores.annotationOf(place);
    const types = (made?.type === "NewExpression" ? made.typeArguments : undefined) ?? (declared?.type === "TSTypeReference" ? declared.typeArguments : undefined);
    const value = types?.params.at(-1);
    return { ...yesOrNo(value?.type === "TSUnionType" && value.types.some(({ type }) => type === "TSUndefinedKeyword" || type === "TSNullKeyword"), "typed"), at: value };
  },
};
