/** The words that entries are written in: short makers for the parts of a pair. They build plain data and do nothing else. */
import type { Acquire, Bound, Handle, Release } from "./entry.ts";
import type { ApiOrigin } from "./origin.ts";

/** Acquired by calling `callee`. */
export const call = (callee: ApiOrigin): Acquire => ({ form: "call", callee });

/** Acquired by `new callee()`. */
export const construct = (callee: ApiOrigin): Acquire => ({ form: "new", callee });

/** Acquired by a method that gives its receiver back. */
export const fluentCall = (callee: ApiOrigin): Acquire => ({ form: "call", callee, returnsReceiver: true });

export const result: Handle = { from: "result" };
export const awaited: Handle = { from: "awaited" };
/** What comes is a tuple, and the handle its n-th element. */
export const element = (from: "result" | "awaited", index: number): Handle => ({ from, element: index });

export const receiver: Handle = { from: "receiver" };
export const identity: Handle = { from: "identity" };

/** The handle is the n-th argument of the acquisition. */
export const argument = (index: number): Handle => ({ from: "argument", index });

/** The handle is a parameter of the callback that the acquisition is given as its n-th argument, the last unless told. */
export const callbackParameter = (parameter: number, index = -1): Handle => ({ from: "callback", index, parameter });

/** Released by one of these methods of the handle. */
export const methods = (...names: readonly string[]): readonly Release[] => names.map((name) => ({ by: "method", name }));

/** Released by calling the handle. */
export const invoking: readonly Release[] = [{ by: "invoke" }];

/** Released by a call of `callee` with the handle. */
export const passingTo = (callee: ApiOrigin, index = 0): Release => ({ by: "callee", callee, argument: index });

/** Released by a method of the acquisition's receiver that is given the handle. */
export const receiverTaking = (name: string, index = 0): Release => ({ by: "receiver-method", name, argument: index });

/** Released by a method of the acquisition's receiver that is given the same arguments. */
export const receiverRepeating = (name: string, ...same: readonly number[]): Release => ({ by: "receiver-method", name, same });

/** Released, with all its like, by a method of the acquisition's receiver. */
export const receiverClearing = (name: string): Release => ({ by: "receiver-method", name, all: true });

/** Released by iterating the handle. */
export const iterating: Release = { by: "iteration" };

/** Bounded by the stream given as the n-th argument or as an option of it, unless it is one that lasts as long as the process. */
export const streamIn = (index: number, option: string, lasting: ApiOrigin): Bound => ({ stream: option, argument: index, lasting });

/** Bounded by an abort signal among the options given as n-th argument. */
export const signalIn = (index: number): Bound => ({ option: "signal", argument: index });
