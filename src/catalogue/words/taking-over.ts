/** Words that say that a call takes over what it is given, to dispose of it. */

const REGISTERING_CALLS = /^_?(?:register\w*|add\w*|push|unshift|own|track|adopt|use|defer|manage|toDispose|set|until|takeUntilDestroyed|combinedDisposable|combineDisposables|from)$/;

/** Whether a call of this name takes what it is given over, to dispose of it: `disposables.push(x)`. */
export function isRegisteringName(name: string | undefined): boolean {
  return name !== undefined && REGISTERING_CALLS.test(name);
}

/** Methods of a base class that take what the object is to dispose of. */
export const registrars = /^_?(?:register(?:Disposable)?|addDisposable|addTeardown|registerCleanup|own|track)_?$/;

/** Calls that make a disposable of the function they are given. */
export const wrappingCalls = /^(?:create|bind|\w*[dD]elegate)$/;

/** Parts of the names of lists of ends. */
export const endLists = /dispos|cleanup|teardown/i;

/** Parts of the names of calls that listen, and so are no cleanup calls, however they begin. */
export const listeningParts = /listener|event/i;
