/** Nested functions of generated programs: called by name, run where they stand, or handed on. */
import fc from "fast-check";

import type { Scope, Statement, Writer } from "./writer.ts";

type Form = "declared" | "constant" | "immediate" | "handed on" | "each" | "finally" | "then";

/** A nested function with such a body, or a call of one that stands before. */
export function nestedFunction(body: fc.Arbitrary<Statement[]>): fc.Arbitrary<Statement> {
  const made = fc
    .tuple(fc.constantFrom<Form>("declared", "constant", "immediate", "handed on", "each", "finally", "then"), fc.boolean(), body)
    .map(([form, isAsync, list]): Statement => (writer, scope) => nested(writer, scope, form, isAsync && scope.isAsync, list));
  const called = fc.nat({ max: 1 }).map((index): Statement => (_, { helpers, isAsync }) => {
    const helper = helpers.at(-1 - index);
    return helper === undefined ? "" : callOf(helper.name, helper.isAsync, isAsync);
  });
  return fc.oneof({ weight: 3, arbitrary: made }, { weight: 2, arbitrary: called });
}

function callOf(name: string, isAsync: boolean, inAsync: boolean): string {
  if (isAsync) return inAsync ? `await ${name}();` : "";
  return `${name}();`;
}

function nested(writer: Writer, scope: Scope, form: Form, isAsync: boolean, list: readonly Statement[]): string {
  const id = String(writer.next());
  const { text, touched } = writer.body(scope, list, isAsync);
  const head = isAsync ? "async " : "";
  const isCalled = form === "declared" || form === "constant" || form === "immediate";
  const arrow = isCalled ? `${head}() => {\n${writer.markHere("helper", touched)}${text}\n}` : writer.mark("handed-on callback", touched, `${head}() => {\n${text}\n}`);
  switch (form) {
    case "declared":
      scope.helpers.push({ name: `finish${id}`, isAsync });
      return `${head}function finish${id}() {\n${writer.markHere("helper", touched)}${text}\n}\n${callOf(`finish${id}`, isAsync, scope.isAsync)}`;
    case "constant":
      scope.helpers.push({ name: `finish${id}`, isAsync });
      return `const finish${id} = ${arrow};\n${callOf(`finish${id}`, isAsync, scope.isAsync)}`;
    case "immediate":
      return `${isAsync ? "await " : ""}(${arrow})();`;
    case "handed on":
      return `later(${arrow});`;
    case "each":
      return isAsync ? `later(${arrow});` : `each(${id}).forEach(${arrow});`;
    case "finally":
    case "then": {
      const chain = `load(${id}).${form}(${arrow})`;
      return scope.isAsync ? `await ${chain};` : `void ${writer.watched("float", chain)};`;
    }
  }
}
