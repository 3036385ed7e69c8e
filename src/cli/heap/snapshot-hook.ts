/**
 * Loaded by `leakproof run` into each Node process of the program that it starts: writes a heap snapshot whenever one is asked
 * for. Who asks makes a file in a directory that both know, so that nothing is listened to and no port is opened.
 */
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeHeapSnapshot } from "node:v8";
import { isMainThread } from "node:worker_threads";

const POLL_IN_MILLISECONDS = 100;
const directory = process.env.LEAKPROOF_SNAPSHOTS;

if (directory !== undefined && isMainThread) serve(directory);

function serve(shared: string): void {
  let next = 1;
  // Of what was asked for before this process began the last is still wanted: whoever asked may wait for it.
  while (existsSync(join(shared, `request-${next + 1}`))) next += 1;
  writeFileSync(join(shared, `${process.pid}.process`), process.argv[1] ?? process.title);
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
