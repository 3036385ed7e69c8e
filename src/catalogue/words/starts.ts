/** Words that say that something begins, and how often. */

/** Methods that by their names put the object's program in order, as a rule once: `setup`, `installHooks`, `registerOnce`. */
export const settingUp = /^[_#]*(?:set_?[uU]p|set[A-Z]\w*Up|init(?:iali[sz]e)?|install|register|activate|bootstrap|configure|instrument|patch)(?:$|[A-Z_])|Once$/;

/** Hooks that a framework calls once in a life, or in pairs with the hook that ends it. */
export const pairedHooks = /^(?:constructor|_?init\w*|setup|created|mounted|before\w+|did\w+|on(?:Init|Add|Load|Enter|Mount|Module\w+|Application\w+|Attach)|onload|addedTo\w*|componentDidMount|connectedCallback|hostConnected|ng\w+|firstUpdated|activate|ready|bootstrap|main)$/;

/** Calls that begin something which is to be ended: a function that makes one is no end. */
export const beginningCalls = /^(?:set(?:Timeout|Interval|Immediate)|request\w+|on|addEventListener|subscribe|observe)$/;

/** Calls that run their callback for each of several things. */
export const iteratingCalls = /^(?:forEach|map|flatMap|reduce|each)$/;

/** Calls that go through the members of an object. */
export const memberLoops = /^(?:entries|values|keys|forEach|each)$/;

/** Verbs that begin what another method ends, so that nobody begins twice: `attach` and `detach`, `open` and `close`. */
export const beginningVerbs = /^[_#]*(?:attach|bind|mount|begin|start|open|connect|enable|listen|join)(?:$|[A-Z_\d])/;

/** Verbs that set going again what an end has stopped. */
export const restartingVerbs = /^(?:re)?(?:start|open|connect|resume|schedule|arm|play|run|listen|subscribe|observe)(?:[A-Z]\w*)?$/;

/** Methods by which an object as a rule begins its work, once in its life or once after each end. */
export const beginningObject = /^[_#]*(?:re)?(?:(?:start|open|connect|listen|begin|join|launch|mount|enable)(?:$|ing)|(?:boot|attach|bind|init|hook|wire|observe|track)(?:$|[A-Z_]))/;
