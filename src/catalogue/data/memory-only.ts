/**
 * Things with a method that ends them, and nothing outside themselves: once nobody has them any more they are collected,
 * so that an end that is forgotten keeps nothing.
 */

/** Classes; a token source with a parent is known to that parent, so only one made without arguments counts. */
export const memoryOnlyClasses = /^(?:CancellationTokenSource|EventEmitter\d?|Emitter|TypedEmitter|EventTarget|(?:Behavior|Replay|Async)?Subject|Deferred|PassThrough)$/;

/** Functions of `node:crypto` and their namesakes; what they give ends with `final()` or `digest()`, or with the last reference. */
export const memoryOnlyMakers = /^create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify|Deferred)$/;
