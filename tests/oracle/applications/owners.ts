/** The owner of the things in each of its forms: a class, a constructor with a prototype, a factory, a module, an effect. */
import type { Draft, Unit } from "./draft.ts";
import { MIDDLES } from "./middles.ts";

interface Method {
  readonly name: string;
  readonly parameters: string;
  readonly isAsync: boolean;
  readonly body: readonly string[];
}

/** Writes the owner as a unit; what it declares is what the entry makes it with. */
export function ownerUnit(draft: Draft): Unit {
  const text = FORMS[draft.plan.owner](draft, ownerMethods(draft));
  return { declares: declaredBy(draft), text: text.replaceAll("@", draft.plan.owner === "class" || draft.plan.owner === "prototype" ? "this." : ""), home: "owner" };
}

function declaredBy({ plan: { owner } }: Draft): readonly string[] {
  if (owner === "effect") return ["$Widget"];
  if (owner === "module") return ["$work", "$settle", "$end", "$start", "$register", "$dispatch"];
  return [owner === "factory" ? "$createOwner" : "$Owner"];
}

function ownerMethods(draft: Draft): readonly Method[] {
  const { plan, finish, end, methods } = draft;
  const isAsync = plan.middle === "load";
  const plain = (name: string, parameters: string, body: readonly string[]): Method => ({ name, parameters, isAsync: false, body });
  return [
    ...(plan.owner === "module" && plan.cycle === "owner" ? [plain("$start", "", draft.make)] : []),
    ...[...methods].map(([name, parameters]) => (name.startsWith("$receive") ? plain(name, parameters.join(", "), ["@$last = $message;"]) : plain(name, ...splitHead(parameters)))),
    ...(draft.methods.has("$register") ? [] : [{ name: "$work", parameters: "$request", isAsync, body: workOf(draft) }]),
    ...(finish.length === 0 ? [] : [plain("$settle", "$request", finish)]),
    ...(end.length === 0 ? [] : [plain("$end", "", end)]),
  ];
}

/** A method that is written with its parameters as the first line. */
function splitHead([parameters = "", ...body]: readonly string[]): [string, readonly string[]] {
  return [parameters, body];
}

function workOf(draft: Draft): readonly string[] {
  const { work, afterWork, lastly, returned, plan } = draft;
  if (plan.cycle === "owner") return ["console.log($request.$id);"];
  const between = [...MIDDLES[plan.middle], ...afterWork];
  const guarded = lastly.length === 0 ? between : ["try {", ...(between.length === 0 ? ["console.log($request.$id);"] : between), "} finally {", ...lastly, "}"];
  return [...work, ...guarded, ...(returned === undefined ? [] : ["return () => {", ...returned, "};"])];
}

type Form = (draft: Draft, methods: readonly Method[]) => string;

const written = ({ isAsync, name, parameters, body }: Method, keyword: string): string => `${isAsync ? "async " : ""}${keyword}${name}(${parameters}) {\n${body.join("\n")}\n}`;

const classText: Form = ({ fields, parameters, make, plan }, methods) => {
  const given = [...parameters].map((parameter) => `this.${parameter} = ${parameter};`);
  const isShort = plan.files % 2 === 0;
  const declared = isShort ? [...fields].map(([name, init]) => `${name} = ${init.replace(/(‹\d+›)$/, ";$1")}${init.endsWith("›") ? "" : ";"}`) : [];
  const assigned = isShort ? [] : [...fields].map(([name, init]) => `this.${name} = ${init};`);
  const body = [...given, ...assigned, ...make];
  const constructor = body.length === 0 ? [] : [`constructor(${[...parameters].join(", ")}) {`, ...body, "}"];
  return ["⇑class $Owner {", ...declared, ...constructor, ...methods.map((method) => written(method, "")), "}"].join("\n");
};

const prototypeText: Form = ({ fields, parameters, make }, methods) => {
  const given = [...parameters].map((parameter) => `this.${parameter} = ${parameter};`);
  const assigned = [...fields].map(([name, init]) => `this.${name} = ${init};`);
  const onPrototype = methods.map(({ name, parameters: taken, isAsync, body }) => `$Owner.prototype.${name} = ${isAsync ? "async " : ""}function (${taken}) {\n${body.join("\n")}\n};`);
  return [`⇑function $Owner(${[...parameters].join(", ")}) {`, ...given, ...assigned, ...make, "}", ...onPrototype].join("\n");
};

const factoryText: Form = (draft, methods) => {
  const { parameters, make } = draft;
  const taken = methods.filter(({ name }) => !name.startsWith("$receive"));
  return [`⇑function $createOwner(${[...parameters].join(", ")}) {`, ...stateOf(draft, methods), ...make, ...methods.map((method) => written(method, "function ")), `return { ${taken.map(({ name }) => name).join(", ")} };`, "}"].join("\n");
};

const moduleText: Form = (draft, methods) => {
  const made = draft.plan.cycle === "owner" ? [] : draft.make;
  return [...stateOf(draft, methods), ...made, ...methods.map((method) => `⇑${written(method, "function ")}`)].join("\n");
};

const effectText: Form = (draft) => {
  const { parameters, fields, make, end } = draft;
  const state = [...fields].map(([name, init]) => `let ${name} = ${init};`);
  const cleanup = end.length === 0 ? [] : ["return () => {", ...end, "};"];
  const properties = parameters.size === 0 ? "" : `{ ${[...parameters].join(", ")} }`;
  return [`⇑function $Widget(${properties}) {`, "useEffect(() => {", ...state, ...make, ...cleanup, "}, []);", "return null;", "}"].join("\n");
};

/** The state of a closure or a module: what has a beginning, and what is only assigned. */
function stateOf(draft: Draft, methods: readonly Method[]): readonly string[] {
  const { fields, parameters, make } = draft;
  const text = [...make, ...methods.flatMap(({ body }) => body)].join("\n");
  const known = new Set([...fields.keys(), ...parameters, ...methods.map(({ name }) => name)]);
  const assigned = new Set([...text.matchAll(/@(\$\w+)/g)].map(([, name = ""]) => name).filter((name) => !known.has(name)));
  const isRewritten = (name: string): boolean => new RegExp(`@\\${name} = `).test(text);
  return [...[...fields].map(([name, init]) => `${isRewritten(name) ? "let" : "const"} ${name} = ${init};`), ...[...assigned].map((name) => `let ${name};`)];
}

const FORMS: Readonly<Record<Draft["plan"]["owner"], Form>> = { class: classText, prototype: prototypeText, factory: factoryText, module: moduleText, effect: effectText };
