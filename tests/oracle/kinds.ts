/** The kinds of resources that generated programs hold: how each is acquired, used and released, as text. */

export interface Kind {
  /** The import that the program needs; none for a global. */
  readonly module: string | undefined;
  readonly imports: string;
  readonly isAsync: boolean;
  /** Whether `using` can hold it. */
  readonly isDisposable: boolean;
  /** Whether nothing but a release in the same function tells that it is a resource. */
  readonly isProvenByRelease: boolean;
  acquire(site: number): string;
  release(handle: string): string;
  /** The release for a handle that may be null or undefined. */
  releaseIfThere(handle: string): string;
  use(handle: string, id: number): string;
}

const plain = { module: undefined, imports: "", isAsync: false, isDisposable: false, isProvenByRelease: false };

const descriptor: Kind = {
  ...plain,
  module: "node:fs",
  imports: "closeSync, openSync, writeSync",
  acquire: (site) => `openSync(${String(site)})`,
  release: (handle) => `closeSync(${handle})`,
  releaseIfThere: (handle) => `${handle} && closeSync(${handle})`,
  use: (handle, id) => `writeSync(${handle}, ${String(id)})`,
};

const interval: Kind = {
  ...plain,
  acquire: (site) => `setInterval(tick, ${String(site)})`,
  release: (handle) => `clearInterval(${handle})`,
  releaseIfThere: (handle) => `clearInterval(${handle})`,
  use: (handle) => `console.log(${handle})`,
};

const session: Kind = {
  ...plain,
  module: "./sessions.js",
  imports: "openSession",
  isDisposable: true,
  isProvenByRelease: true,
  acquire: (site) => `openSession(${String(site)})`,
  release: (handle) => `${handle}.close()`,
  releaseIfThere: (handle) => `${handle}?.close()`,
  use: (handle, id) => `${handle}.query(${String(id)})`,
};

const fileHandle: Kind = {
  ...plain,
  module: "node:fs/promises",
  imports: "open",
  isAsync: true,
  isDisposable: true,
  acquire: (site) => `await open(${String(site)})`,
  release: (handle) => `await ${handle}.close()`,
  releaseIfThere: (handle) => `await ${handle}?.close()`,
  use: (handle, id) => `await ${handle}.sync(${String(id)})`,
};

const fileLock: Kind = {
  ...plain,
  module: "proper-lockfile",
  imports: "lock",
  isAsync: true,
  acquire: (site) => `await lock(${String(site)})`,
  release: (handle) => `await ${handle}()`,
  releaseIfThere: (handle) => `await ${handle}?.()`,
  use: (handle) => `console.log(${handle})`,
};

export const KINDS: readonly Kind[] = [descriptor, interval, session, fileHandle, fileLock];
export const SYNC_KINDS: readonly Kind[] = KINDS.filter(({ isAsync }) => !isAsync);
