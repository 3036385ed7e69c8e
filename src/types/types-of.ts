import type { TSESLint } from "@typescript-eslint/utils";

import { buildCheckedTypes } from "./checked.ts";
import { silentTypes } from "./silent.ts";
import type { TypeQuestions } from "./type-questions.ts";
import { findTypedProgram } from "./typed-program.ts";

/** The type questions of a file: answered by the checker where the parser brought a program, silent otherwise. */
export function typesOf(sourceCode: Readonly<TSESLint.SourceCode>): TypeQuestions {
  try {
    const typed = findTypedProgram(sourceCode.parserServices);
    return typed === undefined ? silentTypes : buildCheckedTypes(typed);
  } catch {
    return silentTypes;
  }
}
