/** Names by which code says that an entry of a collection, all its entries or its owner come to their end. */

/** Methods that end the object which has the collection: fewer than the teardown names, as `clear` and `reset` are also what a caller uses to keep a collection small. */
export const ownerEndNames = /^[_#]?(?:\[dispose\]|\[asyncDispose\]|dispose\w*|destroy\w*|close|closeAll|_destroy|_final|shutdown|shutDown|terminate|teardown|tearDown|quit|kill|uninstall|deactivate|unload|ngOnDestroy|onModuleDestroy|onApplicationShutdown|beforeApplicationShutdown|disconnectedCallback|componentWillUnmount|onunload|onUnload|dealloc|free|stop|stopAll)$/;

/** Functions that end one thing, and their handlers: `stopSession`, `onClose`. */
export const endingFunctions = /^[_#]?(?:on|do|handle)?_?(?:stop|close|end|destroy|dispose|remove|delete|unregister|unsubscribe|cancel|disconnect|detach|leave|release|finish|complete|clear|unset|reset|evict|forget|drop|kill|terminate|teardown|cleanup|unmount|abort|hang_?up|quit|exit|expire|depart|retire|dismiss|discard|withdraw|log_?o(?:ut|ff)|sign_?o(?:ut|ff)|check_?out)/i;

/** Handlers that are named by what has happened, which comes after what it has happened to: `sessionDidDestroy`, `onEntityRemoved`. */
export const toldEnds = /(?:[a-z](?:Removed|Deleted|Destroyed|Disposed|Closed|Disconnected|Terminated|Unloaded|Unregistered|Unsubscribed|Expired)|Did(?:Remove|Delete|Destroy|Dispose|Close|Disconnect|Terminate|Unload|Expire)\w*)$/;

/** Functions that end something only if it is time: `closeIfIdle`. */
export const conditionalFunctions = /If[A-Z]|maybe/i;

/** Functions after which an id is gone for all who keep something under it: also where its work fails or is too late. */
export const forgettingFunctions = /^[_#]?(?:on|handle|do)?_?(?:remove|delete|disconnect|close|end|cleanup|cleanUp|timeout|expire|cancel|abort|error|reject|drop|evict|fail|unregister|destroy|kill|exit|leave)/i;

/** Functions that take out all entries at once. */
export const clearingFunctions = /^[_#]?(?:clear|reset|removeAll|deleteAll|destroyAll|flush|purge|invalidate|empty|evictAll|dropAll|forgetAll|closeAll|stopAll|disconnectAll)(?![a-z])/;

/** Verbs that may end a part or a phase: what is closed or removed is gone, what is stopped may be started again. */
export const passingVerbs = /^(?:stop|end|cancel|finish|complete|abort|reset|clear|leave)$/;

/** Fields in which an entry carries how far it has come. */
export const stateFields = /^(?:state|status|phase|stage|outcome|result|ended|done|finished|completed|cancell?ed|stopped|(?:ended|finished|completed|stopped|closed|terminated|cancell?ed)At)$/i;

/** Events that are heard when work fails or is over. */
export const failureEvents = /^(?:error|close|closed|end|exit|abort|timeout|disconnect|finish|end(?:ed)?)$/;

/** Say that one is kept and the others go: `closeOthers(tab)`. */
export const keepsOthers = /others?|except|but|only|rest|all/i;

/** Functions that give a list without some of its elements, or take them out. */
export const removingFunctions = /^[_#]?(?:delete|remove|prune|evict|drop|purge|expire|discard|clean|clear|forget|exclude|without|unregister)/;
