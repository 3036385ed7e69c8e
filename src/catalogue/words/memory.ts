/** Words for what holds nothing but memory. */

/** Types with a `dispose` that the garbage collector serves as well. */
export const memoryOnlyTypes = /(?:Emitter|Event|Signal|Subject|Geometry|Material|Texture|Delegate|Map|Set|Array|Cache|TokenSource|Deferred|Barrier|Sequencer|Queue)$/;
