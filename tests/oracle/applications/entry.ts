/** Who makes the owner, calls it for each request and ends it: the file that the run drives. */
import type { Draft, Unit } from "./draft.ts";

/** Writes the entry, and what ends the owner in another place. */
export function addEntry(draft: Draft): void {
  if (draft.plan.owner === "effect") return;
  const isModule = draft.plan.owner === "module";
  const { cycle, made } = draft.plan;
  const top = [...givenAtTop(draft), ...(made === "once" ? makeAtTop(draft, isModule) : [])];
  const each = cycle === "owner" ? roundOfOwner(draft, isModule) : roundOfRequest(draft, isModule);
  const inside = made === "in a loop" ? ["for (const $part of $request.$parts) {", "console.log($part);", ...each, "}"] : each;
  const body = [...givenInside(draft), ...inside, ...emitted(draft)];
  const isAsync = body.some((statement) => statement.includes("await "));
  draft.units.set("$handle", { declares: ["$handle", ...(top.some((statement) => statement.startsWith("⇑const $owner")) ? ["$owner"] : [])], home: "entry", text: [...top, `⇑export ${isAsync ? "async " : ""}function $handle($request) {`, ...body, "}"].join("\n") });
}

function creation({ plan: { owner, givenOutlives }, parameters }: Draft): string {
  const values: Readonly<Record<string, string>> = { $source: givenOutlives ? "$hub" : "$channel", $element: givenOutlives ? "window" : "$panel", $id: "$request.$id" };
  const given = [...parameters].map((parameter) => values[parameter] ?? parameter).join(", ");
  return owner === "module" ? `$start(${given})` : owner === "factory" ? `$createOwner(${given})` : `new $Owner(${given})`;
}

function givenAtTop({ plan, parameters }: Draft): readonly string[] {
  return parameters.has("$source") && plan.givenOutlives ? ["const $hub = new EventEmitter();"] : [];
}

function givenInside({ plan, parameters }: Draft): readonly string[] {
  if (plan.givenOutlives) return [];
  return [...(parameters.has("$source") ? ["const $channel = new EventEmitter();"] : []), ...(parameters.has("$element") ? ['const $panel = document.createElement("div");'] : [])];
}

/** The emitters of the application speak in each round. */
function emitted({ plan, parameters, units }: Draft): readonly string[] {
  return [
    ...(units.has("$bus") ? ['$bus.emit("$event", $request.$id);'] : []),
    ...(parameters.has("$source") ? [`${plan.givenOutlives ? "$hub" : "$channel"}.emit("$event", $request.$id);`] : []),
  ];
}

function makeAtTop(draft: Draft, isModule: boolean): readonly string[] {
  const made = isModule ? (draft.plan.cycle === "owner" ? ["$start();"] : []) : [`${draft.plan.ended === "other file" ? "⇑" : ""}const $owner = ${creation(draft)};`];
  return [...made, ...(draft.methods.has("$register") && draft.plan.atStart ? registered(isModule) : [])];
}

const CALLBACK = "() => console.log($part)";

function registered(isModule: boolean): readonly string[] {
  return ['for (const $part of ["read", "write", "list"]) {', `‹1›${isModule ? "" : "$owner."}$register($part, ${CALLBACK});`, "}"];
}

function roundOfRequest(draft: Draft, isModule: boolean): readonly string[] {
  const { plan, finish, returned } = draft;
  const on = isModule ? "" : "$owner.";
  const made = plan.made === "once" || isModule ? [] : [`const $owner = ${creation(draft)};`];
  if (draft.methods.has("$register")) return [...made, ...(plan.atStart ? [] : ["const $part = $request.$id;", `‹1›${on}$register($part, ${CALLBACK});`]), `${on}$dispatch($request);`];
  const call = `${plan.middle === "load" ? "await " : ""}${on}$work($request);`;
  const isDropped = plan.things[0]?.aim === "dropped";
  const worked = returned === undefined ? [call] : [`‹1›${isDropped ? "" : "const $release = "}${call}`, ...(isDropped ? [] : ["‹1›$release();"])];
  if (finish.length === 0 || plan.ended === "never") return [...made, ...worked];
  const settle = `${on}$settle($request);`;
  if (plan.ended === "event") return [...made, `$request.once("close", () => ${settle.slice(0, -1)});`, ...worked];
  if (plan.ended === "maker") return [...made, ...worked, settle];
  draft.units.set("$finish", finishUnit(settle));
  return [...made, ...worked];
}

function finishUnit(statement: string): Unit {
  return { declares: ["$finish"], home: "above", text: `⇑export function $finish($request) {\n${statement}\n}` };
}

function roundOfOwner(draft: Draft, isModule: boolean): readonly string[] {
  const { plan, end } = draft;
  const on = isModule ? "" : "$owner.";
  const work = `${on}$work($request);`;
  const made = plan.made === "once" ? [] : [`${isModule ? "" : "const $owner = "}${creation(draft)};`];
  if (plan.made === "once" || end.length === 0 || plan.ended === "never") return [...made, work];
  if (plan.ended === "event") return [...made, `$request.once("close", () => ${on}$end());`, work];
  if (plan.ended === "maker") return [...made, work, `${on}$end();`];
  if (plan.ended === "sibling") return throughManager(draft);
  draft.units.set("$finish", finishUnit(isModule ? "$end();" : "$request.$owner.$end();"));
  return [...made, ...(isModule ? [] : ["$request.$owner = $owner;"]), work];
}

/** A sibling makes the owner, keeps it while the request lasts, and ends it. */
function throughManager(draft: Draft): readonly string[] {
  const given = [...draft.parameters].map((parameter) => (parameter === "$id" ? "" : `, ${parameter}`)).join("");
  const inner = creation(draft).replace(/\((.*)\)$/, `(${[...draft.parameters].map((parameter) => (parameter === "$id" ? "$request.$id" : parameter)).join(", ")})`);
  const outer = /\((.*)\)$/.exec(creation(draft))?.[1]?.split(", ").filter((value) => value !== "" && value !== "$request.$id") ?? [];
  const text = ["⇑class $Manager {", "constructor() {", "this.$open = new Map();", "}", `$begin($request${given}) {`, `const $owner = ${inner};`, "this.$open.set($request.$id, $owner);", "$owner.$work($request);", "}", "$close($request) {", "const $owner = this.$open.get($request.$id);", "$owner.$end();", "this.$open.delete($request.$id);", "}", "}"].join("\n");
  draft.units.set("$Manager", { declares: ["$Manager"], home: "above", text });
  draft.units.set("$manager", { declares: ["$manager"], home: "entry", text: "const $manager = new $Manager();" });
  return [`$manager.$begin(${["$request", ...outer].join(", ")});`, "$manager.$close($request);"];
}
