import rule from "../../src/rules/no-unstable-key.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unstable-key", rule, ({ valid, invalid }) => {
  // A text that is made once for the call.
  valid("a request's text that is made once, counted up and down under", `
    import type { Context, Next } from "koa";
    const open = new Map<string, number>();
    export async function count(ctx: Context, next: Next): Promise<void> {
      const key = JSON.stringify(ctx);
      open.set(key, (open.get(key) ?? 0) + 1);
      await next();
      open.delete(key);
    }
  `, { confidence: "likely" });
  invalid("a request's text that is made once, and asked for what another call has found", `
    import type { Context, Next } from "koa";
    const pages = new Map<string, string>();
    export async function page(ctx: Context, next: Next): Promise<void> {
      const key = JSON.stringify(ctx); // error: textLosesParts "what it holds at the moment"
      const known = pages.get(key);
      if (known !== undefined) { ctx.body = known; return; }
      await next();
      pages.set(key, String(ctx.body));
    }
  `);
});
