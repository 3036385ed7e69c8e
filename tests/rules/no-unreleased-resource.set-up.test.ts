import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("an interval of a class that a function of the file makes", `
    class Cursor {
      constructor(line) { setInterval(() => line.blink(), 600); } // error: handleDiscarded "interval"
    }
    export function cursorOf(line) { return new Cursor(line); }
  `, STRICT);
  valid("an interval that the set-up of a class starts for good", `
    export class Metrics {
      constructor(sink) { this.sink = sink; this.report(); }
      private report() { setInterval(() => this.sink.send(), 5000); }
    }
  `, STRICT);
  invalid("an injected service that an object with an end listens to", `
    export class Session {
      constructor(private readonly shellService: Shell, private readonly fileService: Files) {
        this.disposables.push(fileService.onDidChange(() => this.read()));
        shellService.onDidChangeActive(() => this.show()); // error: handleDiscarded "shellService.onDidChangeActive"
      }
      read() {}
      show() {}
      dispose() { this.disposables.dispose(); }
    }
  `, STRICT);
  valid("an injected service that a part of the program listens to", `
    export class SessionContribution {
      constructor(private readonly shellService: Shell, private readonly fileService: Files, private readonly editors: Editors) {
        this.disposables.push(fileService.onDidChange(() => this.read()));
        this.disposables.push(editors.onDidChange(() => this.read()));
        shellService.onDidChangeActive(() => this.show());
      }
      read() {}
      show() {}
      dispose() { this.disposables.dispose(); }
    }
  `, STRICT);
  invalid("a token that the function is given", `
    export function registered(event, token) {
      return new Promise((resolve) => {
        const listener = event.onFire(() => resolve(true));
        token.onCancellationRequested(() => listener.dispose()); // error: handleDiscarded "token.onCancellationRequested"
      });
    }
  `, STRICT);
  valid("a token that ends with the callback it is given to", `
    export function raced(event, race) {
      return race((token) => new Promise((resolve) => {
        const listener = event.onFire(() => resolve(true));
        token.onCancellationRequested(() => listener.dispose());
      }));
    }
  `, STRICT);

  const integration = (method: string): string => `
    import { subscribe } from "node:diagnostics_channel";
    export const integration = () => ({
      ${method}() {
        const onRequest = (message) => report(message);
        subscribe("http.server.request.start", onRequest);MARK
      },
    });
  `;
  valid("a subscription in a method that by its name sets up once", integration("setupOnce").replace("MARK", ""), STRICT);
  invalid("a subscription in any other method", integration("trace").replace("MARK", " // error: neverReleased \"onRequest\""));
});
