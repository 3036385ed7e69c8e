/**
 * Prints `N passed, N failed` from a report of vitest's JSON reporter; fails unless tests ran, all passed and none was
 * skipped: what a check leaves out it does not check.
 */
import { readFileSync } from "node:fs";

const { passed, failed, skipped } = readCounts(process.argv[2]);
if (skipped > 0) console.log("Tests were skipped, and here all have to run: the output of the tests says what is missing.");
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
if (passed === 0 || failed > 0 || skipped > 0) process.exitCode = 1;

function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    // A suite that does not load counts as one failure: it has no tests to count.
    const broken = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests };
  } catch (error) {
    console.error(`The tests left no readable report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
