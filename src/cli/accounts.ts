/**
 * Listens to the accounts that the rules give with their reports. ESLint's results have no room for them, so the command
 * runs the rules with a context that writes them down on their way, and brings both together afterwards.
 */
import type { ESLint, Linter, Rule } from "eslint";

import { accountOf, type Account } from "../report/account.ts";

/** A message of one of our rules, with the account that came with it. */
export interface Finding {
  readonly filePath: string;
  /** The text that was checked, without a byte-order mark, as positions count. */
  readonly source: string;
  readonly message: Linter.LintMessage;
  readonly account: Account | undefined;
}

export interface AccountListener {
  /** The preset, with rules that are listened to. */
  readonly preset: Linter.Config;
  /** Joins ESLint's messages with their accounts; syntax errors are no findings. */
  collectFindings(results: readonly ESLint.LintResult[]): readonly Finding[];
}

/** Builds a listener to the rules of a preset. It holds texts and positions only, no syntax tree. */
export function listenToAccounts(preset: Linter.Config): AccountListener {
  const heard = new Map<string, Account[]>();
  const note = (key: string, account: Account): void => {
    heard.set(key, [...(heard.get(key) ?? []), account]);
  };
  const plugins = Object.entries(preset.plugins ?? {}).map(([namespace, plugin]) => [namespace, withObservedRules(namespace, plugin, note)] as const);
  return {
    preset: { ...preset, plugins: Object.fromEntries(plugins) },
    collectFindings: (results) => results.flatMap((result) => joinMessages(result, heard)),
  };
}

function withObservedRules(namespace: string, plugin: ESLint.Plugin, note: (key: string, account: Account) => void): ESLint.Plugin {
  const rules = Object.entries((plugin.rules ?? {}) as Record<string, Rule.RuleModule>).map(([name, rule]) => [name, observe(rule, `${namespace}/${name}`, note)] as const);
  return { ...plugin, rules: Object.fromEntries(rules) };
}

function observe(rule: Rule.RuleModule, ruleId: string, note: (key: string, account: Account) => void): Rule.RuleModule {
  return {
    ...rule,
    create(context) {
      const report = (descriptor: Rule.ReportDescriptor): void => {
        context.report(descriptor);
        const account = accountOf(descriptor);
        const { messageId, node } = descriptor as { readonly messageId?: string; readonly node?: Rule.Node };
        if (account !== undefined && node?.loc != null) note(keyOf(context.filename, ruleId, messageId, node.loc.start.line, node.loc.start.column + 1), account);
      };
      return rule.create(Object.create(context, { report: { value: report } }) as Rule.RuleContext);
    },
  };
}

/** Two reports of one kind at one place keep their order in ESLint's results, and a comment that silences one silences both. */
function joinMessages({ filePath, messages, source }: ESLint.LintResult, heard: ReadonlyMap<string, readonly Account[]>): Finding[] {
  const taken = new Map<string, number>();
  const text = (source ?? "").replace(/^\uFEFF/u, "");
  return messages.filter(({ ruleId }) => ruleId !== null).map((message) => {
    const key = keyOf(filePath, message.ruleId ?? "", message.messageId, message.line, message.column);
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    return { filePath, source: text, message, account: heard.get(key)?.[index] };
  });
}

function keyOf(file: string, ruleId: string, messageId: string | undefined, line: number, column: number): string {
  return [file, ruleId, messageId, line, column].join("\n");
}
