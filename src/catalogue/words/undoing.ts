/** Names of functions that undo what another one has set up, and of verbs that end what they begin. */

/** Functions that take back what another function of the same object did: `unbind`, `removeListeners`, `onBeforeHide`. */
export const undoingNames = /^_?(?:un[a-z]*|off|remove|detach|before(?:Detach|Unmount|Destroy)|onBefore(?:Detach|Hide)|deactivate|disable|stop|destroy)[A-Z_]?/;

/** Verbs that add a listener for one event only. */
export const onceVerbs = /once/i;
