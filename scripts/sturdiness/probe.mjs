/** Probes one program: all rules run on it, and the graph of each of its functions is checked. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

const PATIENCE_MS = 2000;
const FILES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];

/** What a program may have been written for: ESLint's own parser first, since it keeps to the standard. */
const READINGS = [{ sourceType: "module" }, { sourceType: "script" }, { sourceType: "module", parser: typescriptParser }, { sourceType: "script", parser: typescriptParser }];

/** Builds the probe from the parts of a build. */
export function buildProbe({ default: plugin }, { analyzeFile }, { buildGraphs }, { checkGraph }) {
  let counts;
  const graphRule = {
    create: (context) => ({
      "Program:exit": () => {
        const { facts } = analyzeFile(context);
        const graphs = buildGraphs(facts);
        for (const owner of [facts.program, ...facts.nodes.functions]) {
          const graph = graphs.graphOf(owner);
          counts.graphs += graph === undefined ? 0 : 1;
          counts.tooLarge += graph === undefined ? 1 : 0;
          for (const problem of graph === undefined ? [] : checkGraph(graph)) counts.faults.push(`line ${owner.loc.start.line}: ${problem}`);
        }
      },
    }),
  };
  const plugins = { ...plugin.configs.strict.plugins, probe: { rules: { graphs: graphRule } } };
  const config = (reading, rules) => [{
    files: FILES,
    plugins,
    rules,
    languageOptions: { ecmaVersion: "latest", ...reading, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  }];

  /** Answers whether a parser reads the program and, if so, what was counted and what is at fault. */
  return (file, text) => {
    counts = { graphs: 0, tooLarge: 0, faults: [] };
    const filename = `/ecosystem/src/${file.replaceAll("/", "-")}`;
    const verify = (reading, rules) => new Linter({ cwd: "/ecosystem" }).verify(text, config(reading, rules), { filename });
    const reading = READINGS.find((candidate) => isReadable(() => verify(candidate, {})));
    if (reading === undefined) return { isParsed: false };
    const before = process.cpuUsage();
    let reports = 0;
    try {
      reports = verify(reading, plugin.configs.strict.rules).filter(({ ruleId }) => ruleId !== null).length;
    } catch (error) {
      counts.faults.push(`threw ${String(error.stack).split("\n").slice(0, 8).join(" | ")}`);
    }
    const ms = timeSince(before);
    if (ms > PATIENCE_MS) counts.faults.push(`took ${Math.round(ms)} ms`);
    try {
      verify(reading, { "probe/graphs": "error" });
    } catch (error) {
      counts.faults.push(`threw on a graph ${String(error.stack).split("\n").slice(0, 8).join(" | ")}`);
    }
    return { isParsed: true, ms, reports, ...counts };
  };
}

/** A parser that throws something other than a syntax error does not read the program either. */
function isReadable(verify) {
  try {
    return verify().every(({ fatal }) => !fatal);
  } catch {
    return false;
  }
}

function timeSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
