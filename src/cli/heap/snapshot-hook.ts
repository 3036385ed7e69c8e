/**
 * Loaded by `leakproof run` into each Node process of the program that it starts: writes a heap snapshot whenever one is asked
 * for. Who asks makes a file in a directory that both know, so that nothing is listened to and no port is opened.
 */
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeHeapSnapshot } from "node:v8";

const POLL_IN_MILLISECONDS = 100;
const directory = process.env.LEAKPROOF_SNAPSHOTS;

if (directory !== undefined) serve(directory);

function serve(shared: string): void {
  const entry = join(shared, `${process.pid}.process`);
  // The main thread comes first; its workers have the same number, and heaps of their own.
  if (existsSync(entry)) return;
  let next = 1;
  // Of what was asked for before this process began the last is still wanted: whoever asked may wait for it.
  while (existsSync(join(shared, `request-${next + 1}`))) next += 1;
  writeFileSync(entry, process.argv[1] ?? process.title);
  // It does not keep the program running.
  setInterval(() => {
    if (!existsSync(join(shared, `request-${next}`))) return;
    const file = join(shared, `${process.pid}-${next}`);
    next += 1;
    writeHeapSnapshot(`${file}.part`);
    // A snapshot has its name once it is whole.
    renameSync(`${file}.part`, `${file}.heapsnapshot`);
  }, POLL_IN_MILLISECONDS).unref();
}
