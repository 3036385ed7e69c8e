/** Words of names that tell of a removal, and of what is removed. */

/** Tell that something is removed. */
export const removal = /^(?:removed?|removing|deleted?|deleting|disposed?|unregistered?|disconnect(?:ed)?|uninstalled?|evicted?|gone)$/;
/** Words of every program: `removeItem` and `removeListener` tell of no thing of its own. */
export const anything = /^(?:.{1,2}|item|data|value|entry|entrie|node|object|element|event|listener|handler|callback|this|path|file|uri|url|child|key|index|name)$/;
/** On the machine, or in its settings: a handful for as long as the program runs. */
export const installed = /^(?:interpreter|kernel|env|environment|host|hostname|region|hub|machine|runtime|sdk|toolchain|compiler|product|printer|disk|drive|volume)s?$/;
/** A user opens and adds them one by one, and some remove them again. */
export const opened = /^(?:workspace|folder|project|repo|repository|repositories|remote|server|agent)s?$/;
/** What such things are reached by: there are as many as there are things. */
export const address = /^(?:url|uri|href|query)$/;
