/** Where an API value comes from, as a pattern that an expression of a program can be held against. */
export type ApiOrigin =
  /** A global and its members: `setInterval`, `URL.createObjectURL`; also through `window`, `globalThis`, `self`, `global`. */
  | { readonly kind: "global"; readonly path: readonly string[] }
  /** A module's export: `["watch"]`, `["promises", "open"]`; `["default", …]` also stands for the module itself. */
  | { readonly kind: "export"; readonly module: string; readonly path: readonly string[] }
  /** What `new` of the origin gives. */
  | { readonly kind: "instance"; readonly of: ApiOrigin }
  /** What calling the origin gives, awaited or not. */
  | { readonly kind: "result"; readonly of: ApiOrigin }
  /** A member of a value. */
  | { readonly kind: "member"; readonly of: ApiOrigin; readonly name: string }
  /** Any value whose declared type, or a type above it, has this name in this module (`"lib"`: the language and the DOM). */
  | { readonly kind: "type"; readonly module: string; readonly name: string; readonly made: readonly ApiOrigin[] }
  /** One of several: the names under which an API is to be had. */
  | { readonly kind: "oneOf"; readonly of: readonly ApiOrigin[] }
  /** Any value at all: for member names that belong to one API only, like `addEventListener`. */
  | { readonly kind: "anything" };

/** A global by its dotted name. */
export const globalNamed = (name: string): ApiOrigin => ({ kind: "global", path: name.split(".") });

/** An export by its dotted name; `default` is the default export, the empty name the module itself. */
export const exported = (module: string, name: string): ApiOrigin => ({ kind: "export", module, path: name === "" ? [] : name.split(".") });

/** What `new` of the origin gives. */
export const instanceOf = (of: ApiOrigin): ApiOrigin => ({ kind: "instance", of });

/** What a call of the origin gives. */
export const resultOf = (of: ApiOrigin): ApiOrigin => ({ kind: "result", of });

/** The member `name` of a value. */
export const memberOf = (of: ApiOrigin, name: string): ApiOrigin => ({ kind: "member", of, name });

/** A value of a declared type; `made` lists the ways in which it comes about where no types are at hand. */
export const typed = (module: string, name: string, made: readonly ApiOrigin[]): ApiOrigin => ({ kind: "type", module, name, made });

/** One of several origins. */
export const oneOf = (...of: readonly ApiOrigin[]): ApiOrigin => ({ kind: "oneOf", of });

/** Any value. */
export const anything: ApiOrigin = { kind: "anything" };

/** The names under which an origin is called: its last name, or several for one of several. */
export function namesOf(origin: ApiOrigin): readonly string[] {
  switch (origin.kind) {
    case "global":
    case "export":
      return origin.path.slice(-1);
    case "instance":
    case "result":
      return namesOf(origin.of);
    case "member":
    case "type":
      return [origin.name];
    case "oneOf":
      return origin.of.flatMap(namesOf);
    case "anything":
      return [];
  }
}

/** A file of the project by its one name: without its ending, and a folder's index by the folder's name. */
export function fileStem(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "").replace(/\/index$/, "");
}
