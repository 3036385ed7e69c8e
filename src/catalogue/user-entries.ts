/** The user's own entries, from the form in which they are written by hand. */
import type { CacheApi, KeyMethods, KeyOperation } from "./cache-entry.ts";
import type { Acquire, Handle, Pair, Release } from "./entry.ts";
import { anything, exported as exportedFrom, fileStem, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "./origin.ts";
import type { CacheSetting, CalleeSetting, HandleSetting, Names, PairSetting, ReleaseSetting } from "./user-settings.ts";

/** A list of one name or of several. */
export function namesIn(names: Names | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === "string" ? [names] : names;
}

/** The catalogue entry that a setting describes. */
export function pairOf(setting: PairSetting): Pair {
  const { id, acquire, release, wrongReleases, heldBy = "process", lent, endsByItself, longLived, confidence } = setting;
  const isAnybodys = "method" in acquire && acquire.of === undefined;
  return {
    id: id as Pair["id"],
    noun: setting.noun ?? nounOf(id),
    acquire: acquireOf(acquire),
    handle: handleOf(setting.handle ?? "result"),
    releases: (Array.isArray(release) ? (release as readonly ReleaseSetting[]) : [release as ReleaseSetting]).map(releaseOf),
    ...(wrongReleases && { wrongReleases }),
    bounds: (setting.bounds ?? []),
    heldBy,
    ...(lent === true && { lent }),
    ...(endsByItself === true && { endsByItself }),
    ...(longLived === true && { longLived }),
    ...((confidence === "likely" || isAnybodys) && { confidence: "likely" }),
  };
}

/** `acme/connection-lease` is called "a connection lease". */
function nounOf(id: string): string {
  const thing = (id.split("/").at(-1) as string).replaceAll(/[-_.]+/g, " ");
  return `${/^[aeiou]/i.test(thing) ? "an" : "a"} ${thing}`;
}

function acquireOf(setting: CalleeSetting): Acquire {
  if ("new" in setting) return { form: "new", callee: reached(setting.new, setting.from) };
  if ("call" in setting) return { form: "call", callee: reached(setting.call, setting.from) };
  const { method, of, from, madeBy } = setting;
  return { form: "call", callee: memberOf(of === undefined ? anything : valueOf(of, from, namesIn(madeBy)), method) };
}

function exported(module: string, name: string): ApiOrigin {
  return exportedFrom(moduleOf(module), name);
}

/** `./src/lease.js` names a file of the project; anything else is a module as imports name it. */
function moduleOf(module: string): string {
  return module.startsWith("./") ? fileStem(module) : module;
}

/** An export of the module, or a global. */
function reached(name: string, from: string | undefined): ApiOrigin {
  return from === undefined ? globalNamed(name) : exported(from, name);
}

/** A value of a class or type: made by `new`, by a factory, or declared to be one. */
function valueOf(name: string, from: string | undefined, makers: readonly string[]): ApiOrigin {
  const made = [instanceOf(reached(name, from)), ...makers.map((maker) => resultOf(reached(maker, from)))];
  if (from === undefined) return oneOf(globalNamed(name), typed("lib", name, made));
  return typed(moduleOf(from), name, [...made, instanceOf(exported(from, "default"))]);
}

function handleOf(setting: HandleSetting): Handle {
  if (typeof setting === "string") return { from: setting };
  if ("argument" in setting) return { from: "argument", index: setting.argument };
  return { from: "callback", index: setting.callback, parameter: setting.parameter };
}

function releaseOf(setting: ReleaseSetting): Release {
  if (setting === "()") return { by: "invoke" };
  if (typeof setting === "string") return { by: "method", name: setting.replace(/\(\)$/, "") };
  if ("method" in setting) return { by: "method", name: setting.method };
  if ("call" in setting) return { by: "callee", callee: reached(setting.call, setting.from), argument: setting.argument ?? 0 };
  const { receiver: name, all, same } = setting;
  if (all === true) return { by: "receiver-method", name, all };
  return same === undefined ? { by: "receiver-method", name, argument: setting.argument ?? 0 } : { by: "receiver-method", name, same };
}

/** The cache that a setting describes. */
export function cacheOf(setting: CacheSetting): CacheApi {
  const { from, keys = "identity", bounded = true } = setting;
  return {
    modules: from === undefined ? [] : [moduleOf(from)],
    origin: valueOf(setting.class, from, namesIn(setting.madeBy)),
    policy: keys,
    methods: {
      ...methodsFor(setting.lookup ?? ["get", "has"], "lookup"),
      ...methodsFor(setting.insert ?? "set", "insert"),
      ...methodsFor(setting.delete ?? "delete", "delete"),
    },
    clear: namesIn(setting.clear ?? "clear"),
    ...(!bounded && { unbounded: true as const }),
  };
}

function methodsFor(names: Names, operation: KeyOperation): KeyMethods {
  return Object.fromEntries(namesIn(names).map((name) => [name, operation]));
}
