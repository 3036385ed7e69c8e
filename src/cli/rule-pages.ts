/** What is known of the rules outside their code: their pages, which are published with the package. */
import { readFileSync } from "node:fs";

import type { Rule } from "eslint";

import { PROJECT_PAGE } from "../report/project-page.ts";

export interface RulePage {
  /** With the namespace, as in a message. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  /** What is reported and what is not, as the page begins; the description where the page is not at hand. */
  readonly introduction: string;
  /** The page without its generated head; undefined where it is not at hand. */
  readonly markdown: string | undefined;
  /** Whether the smaller preset has the rule. */
  readonly isRecommended: boolean;
}

export interface RuleSource {
  readonly meta: { readonly namespace: string };
  readonly rules: object;
}

const PAGES = new URL("../../docs/rules/", import.meta.url);

/** Reads the page of every rule. */
export function readRulePages({ meta, rules }: RuleSource): readonly RulePage[] {
  return Object.entries(rules as Record<string, Rule.RuleModule>).map(([name, rule]) => {
    const docs = (rule.meta?.docs ?? {}) as { readonly description?: string; readonly url?: string; readonly preset?: string };
    const description = docs.description ?? name;
    const markdown = readPage(name);
    const introduction = markdown?.split(/^## /mu)[0]?.trim();
    return {
      id: `${meta.namespace}/${name}`,
      name,
      description,
      url: docs.url ?? PROJECT_PAGE,
      introduction: introduction === undefined || introduction === "" ? `${description}.` : introduction,
      markdown,
      isRecommended: docs.preset !== "strict",
    };
  });
}

function readPage(name: string): string | undefined {
  try {
    return readFileSync(new URL(`${name}.md`, PAGES), "utf8").replace(/^[^]*<!-- end auto-generated rule header -->/u, "").trim();
  } catch {
    return undefined;
  }
}
