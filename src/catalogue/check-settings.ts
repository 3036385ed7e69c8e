/** Holds settings against their schema, and says in one sentence what is wrong: no package is loaded for it. */
import { settingsSchema, type Schema } from "./settings-schema.ts";

/** Broken settings. The command tells it from a crash by its name. */
export class SettingsError extends Error {
  override readonly name = "LeakproofSettingsError";
}

interface Fault {
  /** The names and numbers that lead to what is wrong, from the settings down. */
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** Throws a `SettingsError` that names the entry and its field where the settings have not the shape of their schema. */
export function checkSettings(settings: unknown): void {
  const fault = findFault(settingsSchema, settings, []);
  if (fault !== undefined) throw new SettingsError(describeFault(fault, settings));
}

/** Words a fault: ``settings.leakproof.pairs[2] (`acme/lease`): `release.method` must be a string, got 3``. */
export function describeFault({ path, says }: Fault, settings: unknown): string {
  const depth = typeof path[1] === "number" ? 2 : 0;
  const entry = path.slice(0, depth).reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], settings);
  const id = depth === 2 && isRecord(entry) && typeof entry.id === "string" ? ` (\`${entry.id}\`)` : "";
  const place = joined(["settings.leakproof", ...path.slice(0, depth)]);
  const field = joined(path.slice(depth));
  return `${place}${id}: ${field === "" ? "" : `\`${field}\` `}${says}.`;
}

function joined(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`), "");
}

function findFault(reference: Schema, value: unknown, path: Fault["path"]): Fault | undefined {
  const schema = resolved(reference);
  if (schema.anyOf !== undefined) return findFaultInAny(schema.anyOf.map(resolved), value, path);
  const says = faultOfValue(schema, value);
  if (says !== undefined) return { path, says };
  if (Array.isArray(value) && schema.items !== undefined) return firstOf(value.map((_, index) => index), (index) => findFault(schema.items as Schema, value[index], [...path, index]));
  return isRecord(value) ? findFaultInObject(schema, value, path) : undefined;
}

function resolved(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : (settingsSchema.definitions[schema.$ref.slice("#/definitions/".length)] as Schema);
}

function faultOfValue(schema: Schema, value: unknown): string | undefined {
  if (schema.type !== undefined && !hasType(value, schema.type)) return `must be ${nameOfType(schema.type)}, got ${shown(value)}`;
  const allowed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (allowed !== undefined && !allowed.includes(value as string)) return `must be ${orList(allowed.map(shown))}, got ${shown(value)}`;
  if (schema.pattern === "\\S" && !/\S/.test(value as string)) return "must not be empty";
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value as string)) return `must be written \`origin/thing\`, got ${shown(value)}`;
  if (schema.minItems !== undefined && (value as readonly unknown[]).length < schema.minItems) return "must not be empty";
  return undefined;
}

function findFaultInObject({ properties = {}, required = [] }: Schema, value: Readonly<Record<string, unknown>>, path: Fault["path"]): Fault | undefined {
  const missing = required.find((name) => value[name] === undefined);
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined) return { path: [...path, unknown], says: `is no field here; there are ${andList(Object.keys(properties).map((name) => `\`${name}\``))}` };
  if (missing !== undefined) return { path: [...path, missing], says: "is missing" };
  return firstOf(Object.keys(value), (name) => (value[name] === undefined ? undefined : findFault(properties[name] as Schema, value[name], [...path, name])));
}

/** The form that was meant is told by its type, and among objects by the first field it must have. */
function findFaultInAny(forms: readonly Schema[], value: unknown, path: Fault["path"]): Fault | undefined {
  const typed = forms.filter(({ type }) => type === undefined || hasType(value, type));
  if (typed.length === 0) return { path, says: `must be ${orList([...new Set(forms.map(({ type = "object" }) => nameOfType(type)))])}, got ${shown(value)}` };
  const [only] = typed;
  const meant = isRecord(value) && typed.length > 1 ? typed.find(({ required = [] }) => Object.hasOwn(value, required[0] as string)) : only;
  if (meant === undefined) return { path, says: `must have ${orList(typed.map(({ required = [] }) => `\`${required[0] as string}\``))}` };
  return findFault(meant, value, path);
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const fault = find(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function hasType(value: unknown, type: NonNullable<Schema["type"]>): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOfType(type: NonNullable<Schema["type"]>): string {
  const names = { string: "a string", number: "a number", integer: "a whole number", boolean: "`true` or `false`", object: "an object", array: "a list" };
  return names[type];
}

function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "an object" : typeof value === "string" ? `"${value}"` : String(value);
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) as string}`;
}

function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) as string}`;
}
