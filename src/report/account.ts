/**
 * The account of a report: the sites of the source that together make the leak, in the order in which they run. ESLint's
 * messages have one place each; hosts that can show more (the command's SARIF and its page) read the account beside them.
 *
 *     context.report({ node, messageId, data, ...withAccount(() => accountOfPath(sourceCode, verdict)) });
 *
 * It travels on the descriptor under a symbol, so that a host which does not ask for it neither sees nor pays for it.
 */
import type { TSESTree } from "@typescript-eslint/utils";

/**
 * - `start`: what is acquired, inserted or created;
 * - `way`: a turn on the way from there to the exit;
 * - `exit`: where it is left behind: the way out, or the release or look-up that misses it;
 * - `release`: the release that the way does not come by.
 */
export type SiteRole = "start" | "way" | "exit" | "release";

/** One place of the source and, in a few words without a full stop, what happens there. Lines count from 1, columns from 0. */
export interface Site {
  readonly role: SiteRole;
  readonly loc: TSESTree.SourceLocation;
  readonly text: string;
}

/** The sites of a report. The two ends of a `pair` are compared with each other; a `path` is followed from one to the other. */
export interface Account {
  readonly shape: "path" | "pair";
  readonly sites: readonly Site[];
}

// The rules are bundled into one file, the engine: the command has a copy of this module of its own, and finds the same symbol by its name.
const ACCOUNT = Symbol.for("leakproof/account");

/** What a rule spreads into a report to give its account. It is asked for at most once, while the rule reports. */
export function withAccount(account: () => Account): object {
  return { [ACCOUNT]: account };
}

/** Reads the account off a report's descriptor; undefined where it has none. */
export function accountOf(descriptor: object): Account | undefined {
  return (descriptor as { readonly [ACCOUNT]?: () => Account })[ACCOUNT]?.();
}
