import { it } from "vitest";
import { readFileSync, readdirSync, writeFileSync, appendFileSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import partial from "../src/rules/no-partial-release.ts";
import unreleased from "../src/rules/no-unreleased-resource.ts";
import using from "../src/rules/prefer-using.ts";
const linter = new Linter({ cwd: "/tmp" });
it("stress", () => {
  const out = "/tmp/play/stress.txt"; writeFileSync(out, "");
  const counts: Record<string, number> = {};
  const rules = { "no-partial-release": partial, "no-unreleased-resource": unreleased, "prefer-using": using } as any;
  const lint = (name: string, code: string, file: string) => linter.verify(code, [{ files: ["**/*"], plugins: { l: { rules } }, linterOptions: { reportUnusedDisableDirectives: "off" }, languageOptions: { parser: parser as any, parserOptions: { ecmaFeatures: { jsx: /x$|js$/.test(file) } } }, rules: { [`l/${name}`]: ["error", { confidence: "likely" }] } } as any], { filename: "/tmp/src/" + path.basename(file) }).filter((m) => m.ruleId?.startsWith("l/") || m.fatal);
  for (const f of readdirSync("/tmp/play/src", { recursive: true }) as string[]) {
    const file = path.join("/tmp/play/src", f);
    if (!/\.(ts|tsx|js|mjs)$/.test(f) || /\.d\.ts$|test|spec|\.min\.|node_modules/.test(f)) continue;
    let code; try { code = readFileSync(file, "utf8"); } catch { continue; }
    if (code.length > 200000) continue;
    for (const name of Object.keys(rules)) {
      let before; try { before = lint(name, code, file); } catch (e) { counts.crash = (counts.crash ?? 0) + 1; appendFileSync(out, `CRASH ${f} ${(e as Error).stack}\n`); continue; }
      if (before.some((m) => m.fatal)) continue;
      for (const r of before) {
        counts[name] = (counts[name] ?? 0) + 1;
        for (const s of r.suggestions ?? []) {
          counts[s.messageId!] = (counts[s.messageId!] ?? 0) + 1;
          const text = code.slice(0, s.fix.range[0]) + s.fix.text + code.slice(s.fix.range[1]);
          const after = lint(name, text, file);
          const bad = after.some((m) => m.fatal) ? "DOES NOT PARSE " + after[0]!.message : after.length >= before.length ? "NOT SILENT" : "ok";
          if (bad !== "ok") counts[bad.slice(0, 10)] = (counts[bad.slice(0, 10)] ?? 0) + 1;
          const a = code.slice(0, s.fix.range[0]).lastIndexOf("\n");
          appendFileSync(out, `\n##### ${bad} ${s.messageId} ${f}:${r.line} ${r.message}\n-----\n${code.slice(a, s.fix.range[1])}\n+++++\n${text.slice(a, s.fix.range[0] + s.fix.text.length)}\n`);
        }
      }
    }
  }
  console.log(counts);
}, 3000000);
