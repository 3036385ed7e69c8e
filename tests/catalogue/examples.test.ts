import { beforeAll, describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import type { Pair } from "../../src/catalogue/entry.ts";
import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";

const RULES = ["no-unreleased-resource", "no-partial-release", "no-unreleased-field", "no-mismatched-release"].filter((name) => rules[name] !== undefined);

/** What the engine does not see yet. An entry that it has learnt to see fails here until it is taken off the list. */
const UNSEEN = new Set([
  "timers/timeout", "timers/immediate", "timers/animation-frame", "timers/idle-callback", "abort-signal/listener",
  "dom/media-query-listener", "dom/object-url", "dom/stream-reader", "node-process/once", "node-events/listener",
  "node-events/once", "node-fs/descriptor", "node-fs/watched-file", "node-fs/read-stream", "node-http/agent",
  "node-child-process/child", "node-worker/port-listener", "node-diagnostics-channel/subscription",
  "node-diagnostics-channel/channel-subscription", "node-perf-hooks/mark", "bullmq/queue-events", "undici/dispatcher",
  "node-cache/cache", "electron/ipc-listener", "electron/global-shortcut", "async-sema/permit", "knex/transaction",
  "knex/client", "postgres/reserved", "lumino/signal-connection", "grpc/client", "node-pty/terminal",
  "mysql2/pool-connection-callback", "floating-ui/auto-update",
]);

/** Clean examples that the engine still takes for leaks. */
const MISTAKEN = new Set([
  "kafkajs/client", "playwright/browser", "playwright/context", "puppeteer/browser", "mssql/pool", "etcd3/lock",
  "typeorm/data-source", "pg/client",
]);

/** Lints with each resource rule of the catalogue's tier, and collects what they say. */
function collectReports(code: string, { confidence }: Pair): readonly string[] {
  return RULES.flatMap((name) =>
    lintCase({ name, rule: rules[name] as never, code, options: { confidence: confidence ?? "certain", filename: "src/example.ts" }, parser: "typescript" }).map(
      ({ message, line }) => `${name} ${line}: ${message}`,
    ),
  );
}

describe("the resource rules on the examples", () => {
  beforeAll(() => expect(RULES).toContain("no-unreleased-resource"));

  for (const pair of pairs) {
    test(`${pair.id}: the leaking one is reported`, { fails: UNSEEN.has(pair.id) }, () => {
      expect(collectReports(pair.leaking, pair)).not.toEqual([]);
    });

    test(`${pair.id}: the clean one is not`, { fails: MISTAKEN.has(pair.id) }, () => {
      const reports = collectReports(pair.clean, pair);
      expect(reports, reports.join("; ")).toEqual([]);
    });
  }
});
