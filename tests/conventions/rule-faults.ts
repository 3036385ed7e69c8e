/** What the house expects of a rule's name, metadata and messages, as lists of what is wrong. */
import type { LeakproofRule } from "../../src/report/create-rule.ts";

type Meta = LeakproofRule["meta"];

interface OptionSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly additionalProperties?: boolean;
}

const RULE_NAME = /^(?:no|require|prefer)(?:-[a-z]+)+$/;
const DESCRIPTION = /^(?:Disallow|Require|Enforce|Prefer) .*[^.]$/;
const MESSAGE_ID = /^[a-z]+(?:[A-Z][a-z0-9]*)*$/;
const EMPTY_MESSAGE_IDS = ["default", "unexpected", "error"];
const HEDGE = /\b(?:please|might|may|should|could)\b/i;

/** Collects what is wrong with a rule's name, description, page and language. */
export function collectMetaFaults(name: string, { docs, languages, hasSuggestions, messages }: Meta): readonly string[] {
  return [
    ...(RULE_NAME.test(name) ? [] : ["its name starts with no-, require- or prefer-, in kebab case"]),
    ...(DESCRIPTION.test(docs?.description ?? "") ? [] : ["its description starts with Disallow, Require, Enforce or Prefer and has no full stop"]),
    ...(docs?.url?.endsWith(`/docs/rules/${name}.md`) === true ? [] : ["docs.url leads to its page: the `name` given to createRule is that of the file"]),
    ...(languages?.includes("js/js") === true ? [] : ["it is made by createRule"]),
    ...(hasSuggestions === true && Object.keys(messages).length < 2 ? ["it has suggestions, so it has a message for one"] : []),
  ];
}

/** Collects what is wrong with a rule's options: one object, `confidence` in it, everything described and with a default. */
export function collectOptionFaults({ schema, defaultOptions }: Pick<Meta, "schema" | "defaultOptions">): readonly string[] {
  const [option, ...rest] = (Array.isArray(schema) ? schema : []) as readonly OptionSchema[];
  if (option?.properties === undefined || rest.length > 0 || option.additionalProperties !== false) {
    return ["its schema is one object without additional properties"];
  }
  const defaults = Object.keys((defaultOptions?.[0] ?? {}));
  const properties = Object.entries(option.properties);
  return [
    ...("confidence" in option.properties ? [] : ["it takes the option `confidence`"]),
    ...properties.filter(([, { description }]) => !description).map(([property]) => `the option \`${property}\` has a description`),
    ...properties.filter(([property]) => !defaults.includes(property)).map(([property]) => `the option \`${property}\` has a default`),
  ];
}

/** Collects what is wrong with the wording of a rule's messages. */
export function collectMessageFaults(name: string, messages: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(messages).flatMap(([id, text]) => [
    ...(MESSAGE_ID.test(id) && !EMPTY_MESSAGE_IDS.includes(id) ? [] : [`the message id \`${id}\` is camelCase and says what is seen`]),
    ...collectToneFaults(name, text).map((fault) => `the message \`${id}\` ${fault}: "${text}"`),
  ]);
}

function collectToneFaults(rule: string, text: string): readonly string[] {
  const prose = text.replace(/`[^`]*`/g, "``");
  return [
    ...(/^(?:[A-Z]|``|\{\{)/.test(prose) ? [] : ["starts with a capital"]),
    // What a placeholder at the end brings is checked on every report of the tests.
    ...(/(?:\.|\}\})$/.test(prose) ? [] : ["ends with a full stop"]),
    ...(HEDGE.test(prose) ? ["states, without please, might, may, should, could"] : []),
    ...(prose.includes("!") ? ["does not shout"] : []),
    ...(text.includes(rule) ? ["does not name its rule"] : []),
    ...(/["']\{\{|\}\}["']/.test(text) ? ["puts code in backticks, not in quotes"] : []),
    ...(prose.replaceAll("``", "").includes("`") ? ["closes its backticks"] : []),
    ...(/\{\{\s*\w+\s*\}\}/.test(text.replace(/\{\{\w+\}\}/g, "")) ? ["writes placeholders without spaces"] : []),
  ];
}
