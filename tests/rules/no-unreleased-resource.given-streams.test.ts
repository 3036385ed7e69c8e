import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: streams that a method of the file gives", rule, ({ valid, invalid }) => {
  valid("a stream of one answer that a method gives", `
    export class Column {
      destroy$ = new Subject();
      constructor(media) { this.media = media; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.first().subscribe(() => this.update());
      }
      first() { return this.media.changes.pipe(take(1)); }
      update() {}
      ngOnDestroy() { this.destroy$.next(); this.destroy$.complete(); }
    }
  `);
  invalid("a stream without an end that a method gives", `
    export class Column {
      destroy$ = new Subject();
      constructor(media) { this.media = media; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.all().subscribe(() => this.update()); // error: handleDiscarded ".subscribe(…)"
      }
      all() { return this.media.changes.pipe(map(String)); }
      update() {}
      ngOnDestroy() { this.destroy$.next(); this.destroy$.complete(); }
    }
  `);
  valid("one of two streams that a method gives, of which nobody knows which", `
    export class Column {
      destroy$ = new Subject();
      constructor(media) { this.media = media; }
      ngOnInit() {
        this.media.changes.pipe(takeUntil(this.destroy$)).subscribe(() => this.update());
        this.some(true).subscribe(() => this.update());
      }
      some(isOne) { if (isOne) return this.media.changes.pipe(take(1)); return this.media.changes; }
      update() {}
      ngOnDestroy() { this.destroy$.next(); this.destroy$.complete(); }
    }
  `, { confidence: "likely" });
});
