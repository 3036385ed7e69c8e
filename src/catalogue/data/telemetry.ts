/** Telemetry: what is measured must be ended to be sent. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, resultOf, typed } from "../origin.ts";
import { call, methods, result } from "../vocabulary.ts";

const tracer = typed("@opentelemetry/api", "Tracer", [resultOf(exported("@opentelemetry/api", "trace.getTracer"))]);

export const telemetry: readonly CataloguedPair[] = [
  {
    id: "opentelemetry/span",
    noun: "a span",
    acquire: call(memberOf(tracer, "startSpan")),
    handle: result,
    releases: methods("end"),
    heldBy: "process",
    reason: "A span that is not ended is never exported, and stays with its processor.",
    docs: "https://opentelemetry.io/docs/languages/js/instrumentation/#create-spans",
    leaking: `
import { trace } from "@opentelemetry/api";

const tracer = trace.getTracer("shop");

export async function traced(work: () => Promise<void>): Promise<void> {
  const span = tracer.startSpan("work");
  await work();
  span.end();
}
`,
    clean: `
import { trace } from "@opentelemetry/api";

const tracer = trace.getTracer("shop");

export async function traced(work: () => Promise<void>): Promise<void> {
  const span = tracer.startSpan("work");
  try {
    await work();
  } finally {
    span.end();
  }
}
`,
  },
];
