/**
 * Methods whose call ends the life of their object, by name: the language's own, Node's habits, and the hooks that
 * frameworks call. A class that has one is expected to let go there of what it holds.
 */
export const teardownNames: ReadonlySet<string> = new Set([
  // The language and common habit.
  "[dispose]", "[asyncDispose]", "dispose", "disposeAsync", "destroy", "close", "stop", "end", "shutdown", "shutDown", "terminate",
  "teardown", "tearDown", "cleanup", "cleanUp", "disconnect", "unsubscribe", "detach", "uninstall", "deactivate", "unload", "quit",
  "release", "abort", "cancel", "finish", "kill", "free", "_destroy", "_final", "unbind", "unmount", "disable", "clear", "reset", "dealloc",
  // Frameworks.
  "componentWillUnmount", "disconnectedCallback", "hostDisconnected", "ngOnDestroy", "onModuleDestroy", "onApplicationShutdown",
  "beforeApplicationShutdown", "beforeUnmount", "unmounted", "beforeDestroy", "destroyed", "onUnload", "onunload", "onClose", "onDestroy",
]);

/** Methods that set an object up; what they acquire belongs to the object. */
export const setupNames: ReadonlySet<string> = new Set([
  "init", "initialize", "initialise", "setup", "start", "connect", "open", "attach", "mount", "listen", "enable", "install", "activate", "load", "boot", "bootstrap", "run",
  "componentDidMount", "connectedCallback", "hostConnected", "ngOnInit", "ngAfterViewInit", "onModuleInit", "mounted", "created", "firstUpdated", "onload",
]);
