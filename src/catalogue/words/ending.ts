/** Words about how the owner of something ends: objects, their components, and the program around them. */

/** Hooks by which frameworks end an object. */
export const endingHooks = /^(?:ngOnDestroy|componentWillUnmount|disconnectedCallback|hostDisconnected|onModuleDestroy|beforeUnmount|unmounted|beforeDestroy|destroyed)$/;

/** The plainest names of a method that ends its object. */
export const plainEnds = /^(?:dispose|destroy|\[dispose\])$/;

/** Teardowns that by their names tidy up what is not the whole object. */
export const partialEnds = /^(?:cleanup|cleanUp|teardown|tearDown|onClose)$/;

/** Functions that end an object, or tidy up, leave or refuse something else. */
export const vagueEnds = /^[_#]*(?:clean_?[uU]p|tear_?[dD]own|unload|unbind|unsubscribe|uninstall|detach|disable|deactivate|quit|end|kill)$/;

/** Methods that end what was made with `new`, a call or an `await`: what was got from it ends along. */
export const endsOfMaker: ReadonlySet<string> = new Set(["close", "destroy", "dispose", "[dispose]", "[asyncDispose]", "end", "quit", "release", "stop", "terminate", "shutdown", "disconnect", "kill"]);

/** Teardowns that by their names end the program and not one of its objects. */
export const endsOfProgram = /^[_#]*(?:shut_?[dD]own|quit|exit|terminate|onApplicationShutdown|beforeApplicationShutdown)(?:$|[A-Z])/;

/** Those that end it whatever else they do. */
export const quittingNames = /^[_#]*(?:quit|exit)(?:$|[A-Z])/;

/** Decorators of Angular's own that a page shows many times. */
export const shownDecorators = /^(?:Component|Directive|Pipe)$/;

/** Methods of `location` that leave the page. */
export const leavingVerbs = /^(?:reload|replace|assign)$/;

/** Functions that by their names find out what the platform can do. */
export const probingNames = /^(?:test|detect|probe|supports?)(?:[A-Z]|$)|^(?:can[A-Z]|(?:is|has|check)\w*Support)/;

/** Modules whose watchers and hooks take nothing from their callback. */
export const watcherModules = /^(?:vue|vue-demi|@vue\/\S+)$/;
