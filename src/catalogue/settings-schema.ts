/**
 * The JSON schema of `settings.leakproof`. It is the one description of the shape: `check-settings.ts` holds the settings
 * against it, and `schemas/settings.schema.json`, which editors read, is written from it.
 */

/** The keywords of JSON Schema (draft 7) that are used here, and that the check understands. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "string" | "number" | "integer" | "boolean" | "object" | "array";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly anyOf?: readonly Schema[];
}

const text = (description: string): Schema => ({ type: "string", pattern: "\\S", description });
const flag = (description: string): Schema => ({ type: "boolean", description });
const index = (description: string): Schema => ({ type: "integer", description });
const list = (items: Schema, description?: string): Schema => ({ type: "array", items, minItems: 1, ...(description !== undefined && { description }) });
const oneOrMore = (description: string): Schema => ({ description, anyOf: [text("One name."), list(text("A name."))] });
const shape = (required: readonly string[], properties: Readonly<Record<string, Schema>>, description?: string): Schema => ({
  type: "object", ...(description !== undefined && { description }), properties, required, additionalProperties: false,
});

const module = text("The module as imports name it; `./src/lease` names a file, from the folder the linter runs in.");
const madeBy = oneOrMore("Functions of the module, or static methods (`Client.create`), whose result is one.");

const callee: Schema = {
  description: "What is called.",
  anyOf: [
    shape(["call"], { call: text("A function: an export of `from`, or a global. Dots reach members."), from: module }),
    shape(["new"], { new: text("A class: an export of `from`, or a global."), from: module }),
    shape(["method"], {
      method: text("A method. Without `of`, of any object at all, which is reported under `likely` only."),
      of: text("The class or type that has the method: an export of `from`, or a global."),
      from: module,
      madeBy,
    }),
  ],
};

const release: Schema = {
  anyOf: [
    text("A method of the handle; `()` calls the handle itself."),
    shape(["method"], { method: text("A method of the handle.") }),
    shape(["call"], { call: text("A function that is given the handle."), from: module, argument: index("Which argument the handle is; the first, 0, unless told.") }),
    shape(["receiver"], {
      receiver: text("A method of the object that the acquiring method was called on."),
      argument: index("It is given the handle as this argument."),
      same: list(index("The number of an argument."), "It is given these arguments of the acquisition again."),
      all: flag("It releases everything at once."),
    }),
  ],
};

const handle: Schema = {
  description: "What the release needs; `result` unless told.",
  anyOf: [
    { type: "string", enum: ["result", "awaited", "receiver", "identity"] },
    shape(["argument"], { argument: index("The n-th argument of the acquisition.") }),
    shape(["callback", "parameter"], { callback: index("The n-th argument is a callback, -1 for the last,"), parameter: index("whose m-th parameter is the handle.") }),
  ],
};

const bound: Schema = {
  anyOf: [
    shape(["option", "argument"], { option: text("An option, such as `signal`,"), argument: index("of the n-th argument,"), equals: flag("which must have this value.") }),
    shape(["callback"], { callback: index("A function as n-th argument: the callback form cleans up by itself.") }),
  ],
};

const id: Schema = { type: "string", pattern: "^[\\w.@-]+(/[\\w.@-]+)+$", description: "`origin/thing`, such as `acme/lease`. Errors name the entry by it." };

const pair = shape(["id", "acquire", "release"], {
  id,
  noun: text("What a message calls it, with its article: `a lease`."),
  acquire: { $ref: "#/definitions/callee" },
  handle: { $ref: "#/definitions/handle" },
  release: { description: "Every accepted way to give it back.", anyOf: [...(release.anyOf as readonly Schema[]), list({ $ref: "#/definitions/release" })] },
  wrongReleases: list(shape(["method", "because"], { method: text("A method of the handle."), because: text("What it does instead, as the end of a sentence: `only pauses it`.") }), "Calls that look like a release and are none."),
  bounds: list({ $ref: "#/definitions/bound" }, "What ends it without a release, at the acquisition itself."),
  heldBy: { type: "string", enum: ["process", "receiver", "argument"], description: "Who keeps it alive when its handle is dropped; `process` unless told." },
  lent: flag("Whoever is given the handle only reads it."),
  endsByItself: flag("It ends by itself after a while."),
  longLived: flag("Holding it as long as the process is normal: a pool, a server."),
  confidence: { type: "string", const: "likely", description: "Other APIs share the name: reported under `likely` only." },
  reason: text("Why keeping it hurts."),
  docs: text("Where that is written."),
}, "How a resource is acquired, and how it is released.");

const cache = shape(["id", "class"], {
  id,
  class: text("The class: an export of `from`, or a global."),
  from: module,
  madeBy,
  keys: {
    type: "string", enum: ["identity", "text", "outside"],
    description: "`identity` keeps keys as they are (the default), `text` turns them into text, `outside` does so and is filled by other programs as well.",
  },
  lookup: oneOrMore("Methods that look an entry up; `get` and `has` unless told."),
  insert: oneOrMore("Methods that put one in; `set` unless told."),
  delete: oneOrMore("Methods that remove one; `delete` unless told."),
  clear: oneOrMore("Methods that remove all; `clear` unless told."),
  bounded: flag("Whether it bounds itself; `true` unless told. One that does not is a collection like a Map."),
}, "A class whose methods take keys.");

const lifecycle = shape(["teardown"], {
  teardown: oneOrMore("Methods whose call ends the life of their object."),
  setup: oneOrMore("Methods that set an object up."),
  extends: oneOrMore("Base classes whose objects are ended through the first teardown."),
  decorators: oneOrMore("Decorators of classes whose objects are ended through the first teardown."),
  cleanupCalls: oneOrMore("Calls whose callback runs when what surrounds them ends."),
}, "When objects of a framework begin and end.");

const project: Schema = {
  description: "Which other files are looked into, to see who makes, calls and ends what a file declares; `false` for none.",
  anyOf: [
    { type: "boolean", const: false },
    shape([], {
      root: text("The folder whose files belong together, from the folder the linter runs in; that folder unless told."),
      include: oneOrMore("Globs of paths below the root; every source file unless told."),
      exclude: oneOrMore("Globs of paths below the root that are left out; what `.gitignore` names and `node_modules`, `dist`, `build`, `vendor` are left out anyway."),
    }),
  ],
};

/** The schema of `settings.leakproof`. */
export const settingsSchema: Schema & { readonly definitions: Readonly<Record<string, Schema>> } = {
  type: "object",
  description: "What eslint-plugin-leakproof is told beyond its catalogue.",
  properties: {
    $schema: { type: "string" },
    pairs: { type: "array", items: { $ref: "#/definitions/pair" } },
    caches: { type: "array", items: { $ref: "#/definitions/cache" } },
    lifecycles: { type: "array", items: { $ref: "#/definitions/lifecycle" } },
    project,
  },
  additionalProperties: false,
  definitions: { pair, cache, lifecycle, callee, release, handle, bound },
};
