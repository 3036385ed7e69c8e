/**
 * Listens to what the rules give with their reports: the account, and the explanation of the verdict. ESLint's results have
 * no room for them, so the command runs the rules with a context that writes them down on their way, and brings both together afterwards.
 */
import type { ESLint, Linter, Rule } from "eslint";

import { askForExplainer, type CandidateExplanation, type Explainer } from "../bench/explanation.ts";
import { accountOf, type Account } from "../report/account.ts";
import type { Confirmation } from "./heap/confirmation.ts";

/** What came with a report. */
interface Told {
  readonly account: Account | undefined;
  /** Why it is reported; undefined where the engine has no candidate for the report. */
  readonly explanation?: CandidateExplanation | undefined;
}

/** A message of one of our rules, with what came with it. */
export interface Finding extends Told {
  readonly filePath: string;
  /** The text that was checked, without a byte-order mark, as positions count. */
  readonly source: string;
  readonly message: Linter.LintMessage;
  /** The messages of other places in the file that have the same cause; absent where there are none, or causes are not joined. */
  readonly siblings?: readonly Linter.LintMessage[];
  /** What heap snapshots say of it; undefined where none were asked, or none says anything. */
  readonly confirmation?: Confirmation | undefined;
}

export interface AccountListener {
  /** The preset, with rules that are listened to. */
  readonly preset: Linter.Config;
  /** Joins ESLint's messages with what came with them since the last call; syntax errors are no findings. */
  collectFindings(results: readonly ESLint.LintResult[]): readonly Finding[];
}

/** Who is told what the rules give. */
interface Ears {
  readonly note: (key: string, told: Told) => void;
  readonly meet: (file: string, explainer: Explainer) => void;
}

/** Builds a listener to the rules of a preset. It holds texts and positions only, no syntax tree. `meet` is shown the explainer of a file as often as a rule asks the engine. */
export function listenToAccounts(preset: Linter.Config, meet: Ears["meet"] = () => {}): AccountListener {
  const heard = new Map<string, Told[]>();
  const note: Ears["note"] = (key, told) => {
    heard.set(key, [...(heard.get(key) ?? []), told]);
  };
  const plugins = Object.entries(preset.plugins ?? {}).map(([namespace, plugin]) => [namespace, withObservedRules(namespace, plugin, { note, meet })] as const);
  return {
    preset: { ...preset, plugins: Object.fromEntries(plugins) },
    collectFindings: (results) => {
      const findings = results.flatMap((result) => joinMessages(result, heard));
      // Another version of the same file may be next.
      heard.clear();
      return findings;
    },
  };
}

/** The results with the explanation of each message in it, and what snapshots say of it, for whoever reads them as data. */
export function withExplanations(results: readonly ESLint.LintResult[], findings: readonly Finding[]): ESLint.LintResult[] {
  const known = new Map(findings.map(({ message, explanation, confirmation, siblings }) => [message, { ...(explanation && { explanation }), ...(confirmation && { confirmation }), ...(siblings && { siblings: siblings.map(({ line, column }) => ({ line, column })) }) }]));
  return results.map((result) => ({ ...result, messages: result.messages.map((message) => ({ ...message, ...known.get(message) })) }));
}

function withObservedRules(namespace: string, plugin: ESLint.Plugin, ears: Ears): ESLint.Plugin {
  const rules = Object.entries((plugin.rules ?? {}) as Record<string, Rule.RuleModule>).map(([name, rule]) => [name, observe(rule, namespace, name, ears)] as const);
  return { ...plugin, rules: Object.fromEntries(rules) };
}

function observe(rule: Rule.RuleModule, namespace: string, name: string, { note, meet }: Ears): Rule.RuleModule {
  return {
    ...rule,
    create(context) {
      let explainer: Explainer | undefined;
      const report = (descriptor: Rule.ReportDescriptor): void => {
        context.report(descriptor);
        const { messageId, node } = descriptor as { readonly messageId?: string; readonly node?: Rule.Node };
        if (node?.loc == null) return;
        note(keyOf(context.filename, `${namespace}/${name}`, messageId, node.loc.start.line, node.loc.start.column + 1), { account: accountOf(descriptor), explanation: explainer?.explainReport(name, node) });
      };
      const questions = askForExplainer((given) => {
        explainer = given;
        meet(context.filename, given);
      });
      return rule.create(Object.create(context, { report: { value: report }, ...questions }) as Rule.RuleContext);
    },
  };
}

/** Two reports of one kind at one place keep their order in ESLint's results, and a comment that silences one silences both. */
function joinMessages({ filePath, messages, source }: ESLint.LintResult, heard: ReadonlyMap<string, readonly Told[]>): Finding[] {
  const taken = new Map<string, number>();
  const text = (source ?? "").replace(/^\uFEFF/u, "");
  return messages.filter(({ ruleId }) => ruleId !== null).map((message) => {
    const key = keyOf(filePath, message.ruleId ?? "", message.messageId, message.line, message.column);
    const index = taken.get(key) ?? 0;
    taken.set(key, index + 1);
    return { filePath, source: text, message, account: undefined, ...heard.get(key)?.[index] };
  });
}

function keyOf(file: string, ruleId: string, messageId: string | undefined, line: number, column: number): string {
  return [file, ruleId, messageId, line, column].join("\n");
}
