import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a stream of a service beside a bounded one", `
    export class Column {
      destroy$ = new Subject();
      constructor(directionality, media) { this.directionality = directionality; this.media = media; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.directionality.change.pipe(map(String)).subscribe(() => this.update()); // error: handleDiscarded ".subscribe(…)" "\`ngOnDestroy()\` on line 10" "handle.unsubscribe()"
      }
      update() {}
      ngOnDestroy() { this.destroy$.next(); this.destroy$.complete(); }
    }
  `);
  invalid("a stream of a destructured service", `
    export class Row {
      destroy$ = new Subject();
      constructor(styleService) { this.styleService = styleService; }
      ngOnInit() {
        const { enabled$, width$ } = this.styleService;
        enabled$.pipe(takeUntil(this.destroy$)).subscribe(this.enabled$);
        width$.subscribe(this.width$); // error: handleDiscarded "width$.subscribe"
      }
      ngOnDestroy() { this.destroy$.next(); }
    }
  `);
  invalid("a stream through an accessor of an injected parent", `
    export class Node {
      tree = inject(TreeService);
      destroyed = new Subject();
      ngOnInit() {
        this.tree.data.pipe(takeUntil(this.destroyed)).subscribe(() => this.mark());
        this.tree.getModel().changed.pipe(distinctUntilChanged()).subscribe(() => this.mark()); // error: handleDiscarded "subscribe"
      }
      mark() {}
      ngOnDestroy() { this.destroyed.next(); }
    }
  `);
  invalid("a stream of an injected parent, which may end with the object, is likely", `
    export class Padding {
      node = inject(Node);
      direction = inject(Directionality);
      destroyed = new Subject();
      ngOnInit() {
        this.direction.change.pipe(takeUntil(this.destroyed)).subscribe(() => this.update());
        this.node.dataChanges.subscribe(() => this.update()); // error: handleDiscarded "dataChanges"
      }
      update() {}
      ngOnDestroy() { this.destroyed.next(); }
    }
  `, { confidence: "likely" });
  invalid("a stream without siblings is likely", `
    export class Panel {
      constructor(router) { this.router = router; }
      ngOnInit() { this.router.events.subscribe(() => this.update()); } // error: handleDiscarded "this.router.events.subscribe"
      update() {}
      ngOnDestroy() { this.done = true; }
    }
  `, { confidence: "likely" });
  invalid("a notifier that nothing lets emit", `
    export class Picker {
      destroy$ = new Subject();
      destroyed$ = new Subject();
      constructor(service) { this.service = service; }
      ngOnInit() {
        this.service.value$.pipe(takeUntil(this.destroy$)).subscribe(() => this.update()); // error: deadNotifier "\`this.destroy$\` never emits" "\`ngOnDestroy()\` on line 10"
      }
      update() {}
      ngOnDestroy() { this.destroyed$.next(); this.destroyed$.complete(); }
    }
  `);
  invalid("a watcher that returns its cleanup", `
    import { watchEffect } from "vue";
    export function useVisible(target, seen) {
      watchEffect(() => { // error: cleanupIgnored "\`watchEffect(…)\`" "on line 6" "onCleanup"
        const observer = new IntersectionObserver(seen);
        return () => { observer.unobserve(target.value); };
      });
    }
  `);
  invalid("an asynchronous effect that returns its cleanup", `
    import { onMount } from "svelte";
    import { connect } from "./socket.js";
    export function follow(url) {
      onMount(async () => { // error: cleanupIgnored "\`onMount(…)\`" "on line 7" "plain function"
        const socket = await connect(url);
        return () => socket.close();
      });
    }
  `);
  invalid("a closure on a signal of a service, in a command", `
    import { MainAreaWidget } from "@jupyterlab/apputils";
    export const plugin = {
      activate(app, themes) {
        app.commands.addCommand("show", {
          execute: () => {
            const widget = new MainAreaWidget({});
            const update = () => { widget.theme = themes.theme; };
            themes.changed.connect(update); // error: listenerStays "\`themes.changed\`"
            app.shell.add(widget);
          },
        });
      },
    };
  `, { confidence: "likely" });
  invalid("closures added each time a widget is attached", `
    import { Widget } from "@lumino/widgets";
    export class Tags extends Widget {
      constructor(tracker) { super(); this.tracker = tracker; }
      onAfterAttach() {
        this.tracker.currentChanged.connect(() => this.refresh()); // error: listenerStays "currentChanged"
      }
      refresh() {}
    }
  `, { confidence: "likely" });

  valid("streams that end by themselves", `
    export class Column {
      destroy$ = new Subject();
      constructor(media, http, zone) { this.media = media; this.http = http; this.zone = zone; }
      ngOnInit() {
        const untilEnd = takeUntil(this.destroy$);
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.media.changes.pipe(untilEnd).subscribe(() => this.update());
        this.media.changes.pipe(untilDestroyed(this)).subscribe(() => this.update());
        this.zone.onStable.pipe(take(1)).subscribe(() => this.update());
        this.zone.onStable.pipe(filter(Boolean), first()).subscribe(() => this.update());
        this.http.get("/users").subscribe(() => this.update());
        this.media.subscribe({ small: 1 }).pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.media.loadSizes().subscribe(() => this.update());
        of(1, 2).subscribe(() => this.update());
        timer(100).subscribe(() => this.update());
      }
      update() {}
      ngOnDestroy() { this.destroy$.next(); }
    }
  `, { confidence: "likely" });
  valid("streams of the object itself and of its children", `
    export class Column {
      destroy$ = new Subject();
      resize$ = new Subject();
      form = new FormGroup({});
      constructor(media, route) { this.media = media; this.route = route; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.resize$.pipe(debounceTime(10)).subscribe(() => this.update());
        this.form.valueChanges.subscribe(() => this.update());
        this.route.params.subscribe(() => this.update());
        const dialog = this.media.open(Dialog);
        dialog.closed.subscribe(() => this.update());
      }
      update() {}
      ngOnDestroy() { this.destroy$.next(); }
    }
  `, { confidence: "likely" });
  valid("a monitor that is told to stop", `
    export class Chip {
      destroyed = new Subject();
      constructor(focusMonitor, media, element) { this.focusMonitor = focusMonitor; this.media = media; this.element = element; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroyed)).subscribe(() => this.update());
        this.focusMonitor.monitor(this.element).subscribe(() => this.update());
        this.destroyed.subscribe(() => this.update());
      }
      update() {}
      ngOnDestroy() { this.focusMonitor.stopMonitoring(this.element); this.destroyed.next(); }
    }
  `, { confidence: "likely" });
  valid("children found by a query", `
    export class List {
      @ContentChildren(Item) items!: QueryList<Item>;
      private readonly destroy$ = new Subject<void>();
      constructor(private readonly media: Media) {}
      ngAfterContentInit(): void {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.items.changes.subscribe(() => this.update());
      }
      update(): void {}
      ngOnDestroy(): void { this.destroy$.next(); }
    }
  `, { confidence: "likely" });
  valid("subscriptions that are kept", `
    export class Panel {
      subscriptions = new Subscription();
      constructor(router) { this.router = router; }
      ngOnInit() {
        this.subscriptions.add(this.router.events.subscribe(() => this.update()));
        this.other = this.router.events.subscribe(() => this.update());
      }
      update() {}
      ngOnDestroy() { this.subscriptions.unsubscribe(); this.other.unsubscribe(); }
    }
  `, { confidence: "likely" });
  valid("a service of the root", `
    @Injectable({ providedIn: "root" })
    export class Session {
      constructor(private readonly router: Router) { this.router.events.subscribe(() => this.update()); }
      update(): void {}
      ngOnDestroy(): void { this.update(); }
    }
  `, { confidence: "likely" });
  valid("a component that nothing says ends", `
    export class Panel {
      constructor(router) { this.router = router; }
      ngOnInit() { this.router.events.subscribe(() => this.update()); }
      update() {}
    }
  `, { confidence: "likely" });
  valid("a notifier that emits", `
    export class Picker {
      destroy$ = new Subject();
      constructor(service) { this.service = service; }
      ngOnInit() { this.service.value$.pipe(takeUntil(this.destroy$)).subscribe(() => this.update()); }
      update() {}
      ngOnDestroy() { this.destroy$.next(); }
    }
  `, { confidence: "likely" });
  valid("notifiers that others may let emit", `
    export class Picker {
      a$ = new Subject();
      protected b$ = new Subject<void>();
      c$ = new Subject();
      constructor(service, stop$) { this.service = service; this.stop$ = stop$; register(this.c$); }
      ngOnInit() {
        this.service.value$.pipe(takeUntil(this.stop$)).subscribe(() => this.update());
        this.service.value$.pipe(takeUntil(this.b$)).subscribe(() => this.update());
        this.service.value$.pipe(takeUntil(this.c$)).subscribe(() => this.update());
        this.service.value$.pipe(takeUntil(this.a$)).subscribe(() => this.update());
      }
      update() {}
      ngOnDestroy() { const { a$ } = this; a$.next(); }
    }
  `, { confidence: "likely" });
  valid("a watcher that hands its cleanup over", `
    import { watchEffect } from "vue";
    export function useVisible(target, seen) {
      watchEffect((onCleanup) => {
        const observer = new IntersectionObserver(seen);
        onCleanup(() => observer.unobserve(target.value));
        return target.value;
      });
    }
  `, { confidence: "likely" });
  valid("an effect of another library with the same name", `
    import { watchEffect } from "./effects.js";
    export function useVisible(target, stopAll) {
      watchEffect(() => { return () => { stopAll.stop(target); }; });
    }
  `, { confidence: "likely" });
  valid("an effect that returns its cleanup, and an asynchronous one that returns none", `
    import { useEffect } from "react";
    export function useData(open, show) {
      useEffect(() => { const source = open(); return () => source.close(); }, []);
      useEffect(async () => { show(await open()); return undefined; }, []);
    }
  `, { confidence: "likely" });
  valid("slots that are taken off, have a receiver, or sit on an own sender", `
    import { Widget } from "@lumino/widgets";
    export class Tags extends Widget {
      constructor(tracker) { super(); this.tracker = tracker; this.model = new Model(); }
      onAfterAttach() {
        this.tracker.currentChanged.connect(this.refresh, this);
        this.tracker.widgetAdded.connect(this.update);
        this.model.changed.connect(() => this.refresh());
      }
      onBeforeDetach() { this.tracker.widgetAdded.disconnect(this.update); }
      refresh() {}
      update = () => {};
    }
  `, { confidence: "likely" });
  valid("something else that connects", `
    export class Client {
      constructor(net) { this.net = net; }
      onAfterAttach() { this.net.socket.connect(() => this.ready()); }
      ready() {}
      dispose() { this.done = true; }
    }
  `, { confidence: "likely" });
});
