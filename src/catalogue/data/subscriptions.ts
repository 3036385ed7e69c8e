/** Words that libraries with events and streams share, whatever they are called: what subscribes, what bounds a stream, what keeps a disposable. */

/** Methods that take a listener and hand out its end: the events of VS Code and its relatives (`onDidChange(listener)`). */
export const eventNames = /^(?:event|on(?:Did|Will)[A-Z]\w*|on[A-Z]\w*)$/;

/** Event names that only APIs with disposables use. */
export const disposableEventNames = /^on(?:Did|Will)[A-Z]\w*$|^onCancellationRequested$/;

/** Types of packages whose values are called with a listener and give a disposable, each with the modules that export it. */
export const eventTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["Event", ["vscode", "vscode-languageserver", "vscode-languageserver/node", "vscode-languageserver/browser", "vscode-languageserver-protocol", "vscode-languageclient", "vscode-languageclient/node", "vscode-jsonrpc", "vscode-jsonrpc/node", "@theia/core", "@theia/core/lib/common"]],
  ["IEvent", ["monaco-editor", "monaco-editor-core", "@xterm/xterm", "xterm"]],
]);

/** Events that come once, when their emitter begins or ends: nobody needs to take the listener off. */
export const lastEvents = /^on(?:ce[A-Z]\w*|(?:Did|Will)?(?:Dispose|Close|Exit|End|Destroy|Terminate|Shutdown|Unload|Disconnect|Ready|Complete|Finish)(?:e?d)?)$/;

/** Verbs of functions that put something on and give back how to take it off. */
export const addingNames = /^_?(?:on|add|register|subscribe|listen|observe|watch|attach|bind|connect|track|install|monitor|effect|autorun|reaction)(?:[A-Z]\w*)?$|(?:Listener|Handler|Observer|Subscription)$/;

/** Fields and variables that collect what is to be ended with their owner. */
export const registryNames = /dispos|subscri|unsub|teardown|clean_?up|_?subs$|listeners?$|^_?(?:store|destroyables?|unlisten\w*|removers?)$/i;

/** Methods that put a disposable on such a list, by their name alone. */
export const registeringNames = /^_?(?:register|own|addDisposable\w*|registerDisposable\w*|toDispose|disposeWith|autoDispose|track|manage|addSubscription|addUnsub\w*)$/;

/** Methods of a registry that take what it is to end. */
export const registryMethods = /^(?:push|pushAll|add|addAll|unshift|set|use|adopt|defer|register)$/;

/** Classes that hand their heirs a list of disposables. */
export const disposableBases = /Disposable|Destroyable/;

/** Classes that by their name exist once in a program: what they listen to may stay with them. */
export const singletonNames = /(?:Contribution|Service|ServiceImpl|Manager|Registry|Shell|Application|Server|ServerImpl|Provider|Handler|Main|Tracker|Store|Router)$/;

/** Classes that by their name are the program itself, or live as long: no end of theirs comes before its end. */
export const applicationNames = /(?:Contribution|Service|ServiceImpl|Shell|Application|Main|Bootstrap\w*)$/;

/** Services of a whole program, by the name of their type or of the field that holds them: they outlive what they are injected into. */
export const serviceNames = /(?:Service|Services|Store|Router|Location|Directionality|Dispatcher|Registry|Observer|Monitor|Manager|Ruler|Preferences|Configuration|Config|Client|Bus|Hub|Api|Shell|Workspace|Media)$/i;

/** Streams that emit when their owner ends. */
export const endingStreamNames = /^[_#$]*(?:on)?(?:destroy\w*|unsubscribe\w*|ngUnsubscribe|teardown\w*|dispose[ds]?|unmount\w*)\$?$/i;

/** Stream operators after which a subscription ends by itself, or with what notifies them. */
export const boundingOperators = /^(?:take|takeUntil\w*|takeWhile|first|last|single|elementAt|toArray|timeout|isEmpty|every|count|reduce|until\w*|.*(?:UntilDestroy|untilDestroy|Unsubscribe|WhileAlive)\w*)$/;

/** Stream operators that end with a notifier, given as their first argument. */
export const notifiedOperators: ReadonlySet<string> = new Set(["takeUntil"]);

/** Calls that give a stream over and over; other calls mostly ask for one answer, after which their stream ends. */
export const streamingCalls = /^(?:observe|watch|monitor|listen|stream|select|writable|readable|derived|asObservable|changes|merge|combineLatest|fromEvent\w*|interval|on[A-Z]\w*)$|(?:Changes?|Changed|Events?|Scrolled|Stream|Stream\$|Clicks?|Updates?|\$)$/;

/** Calls that make a stream which ends by itself. */
export const endingStreams: ReadonlySet<string> = new Set(["of", "from", "forkJoin", "defer", "range", "throwError", "ajax", "fromFetch", "zip", "toObservable"]);

/** Streams of the injected value that end with the component it is injected into. */
export const streamsOfOwnElement = /^_?(?:activatedRoute|route|activeRoute|ngControl|control|form|formGroup|formDirective|dialogRef|_?dialogRef|modalRef|drawerRef|bottomSheetRef|overlayRef|http|httpClient)$/i;

/** Calls of reactive frameworks that run a callback and take nothing from it: a function it returns is not called. */
export const cleanupIgnorers: ReadonlyMap<string, string> = new Map([
  ["watchEffect", "vue"], ["watchPostEffect", "vue"], ["watchSyncEffect", "vue"], ["watch", "vue"], ["onMounted", "vue"], ["onBeforeMount", "vue"], ["onActivated", "vue"],
]);

/** Modules whose signals keep a slot until `disconnect` is given the same function again. */
export const signalModules = /^@(?:lumino|phosphor|jupyterlab|jupyter|jupyter-widgets)\//;

/** Signals that come once, when their sender ends. */
export const lastSignals = /^(?:disposed|destroyed|closed|terminated|finished|completed|done|ready)$/;

/** Hooks of widgets that run each time the widget is shown or attached. */
export const repeatedHooks: ReadonlySet<string> = new Set(["onAfterAttach", "onBeforeAttach", "onAfterShow", "onBeforeShow", "onActivateRequest", "onUpdateRequest", "connectedCallback", "componentDidUpdate"]);
