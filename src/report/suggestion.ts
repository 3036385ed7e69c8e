/** What a report offers to do. */
import type { TSESLint } from "@typescript-eslint/utils";

/** A suggestion as `context.report` takes it. */
export interface Suggestion<MessageId extends string> {
  readonly messageId: MessageId;
  readonly data: Record<string, string>;
  readonly fix: TSESLint.ReportFixFunction;
}
