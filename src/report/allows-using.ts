/** Whether a file can have `using` declarations at all. */
import type { TSESLint } from "@typescript-eslint/utils";

type Context = Pick<Readonly<TSESLint.RuleContext<string, readonly unknown[]>>, "languageOptions">;

const FIRST_VERSION = 2026;

/** Answers false where the parser is set to a version of the language without `using`. What runs the code, nobody knows here. */
export function allowsUsing({ languageOptions }: Context): boolean {
  const { parser, ecmaVersion } = languageOptions as { readonly parser?: { readonly meta?: { readonly name?: string }; readonly name?: string }; readonly ecmaVersion?: number };
  const name = parser?.meta?.name ?? parser?.name;
  return name !== "espree" || ecmaVersion === undefined || ecmaVersion >= FIRST_VERSION;
}
