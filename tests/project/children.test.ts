/** Objects that an owner makes for a field: what they hold is said by their class, in this file or in another. */
import { describe, expect, it } from "vitest";

import type { Files } from "./memory-files.ts";
import { verdictIn } from "./project-facts.ts";

const TIP = `export class Tip {
  constructor(target) {
    this.target = target;
    this.onKey = () => this.hide();
    document.addEventListener("keydown", this.onKey);
  }
  hide() { this.target.hidden = true; }
  destroy() { document.removeEventListener("keydown", this.onKey); }
}
`;
const owner = (end: string, body = "this.tip = new Tip(element); // here", more = ""): string => `import { Tip } from "./tip";
import { Menu } from "./menu";
export class Panel {
  constructor(element) {
    this.menu = new Menu();
    ${body}
  }
  ${more}
  destroy() { ${end} }
}
`;
const MENU = "export class Menu { constructor() { this.timer = setInterval(() => {}, 1000); } destroy() { clearInterval(this.timer); } }";
const files = (panel: string, tip = TIP): Files => ({ "src/panel.js": panel, "src/tip.js": tip, "src/menu.js": MENU, "src/main.js": 'import { Panel } from "./panel";\nexport function show(element) { return new Panel(element); }\n' });

const CASES: readonly (readonly [of: string, says: string, files: Files])[] = [
  ["is forgotten beside another that is ended", "certain child-unended", files(owner("this.menu.destroy();"))],
  ["is forgotten by an end that does something else", "likely child-unended", files(owner("this.element = null;"))],
  ["is ended", "silent", files(owner("this.menu.destroy(); this.tip.destroy();"))],
  ["is ended by a helper", "silent", files(owner("this.menu.destroy(); this.clear();", undefined, "clear() { this.tip.destroy(); }"))],
  ["is ended by a loop over both", "silent", files(owner("for (const part of [this.menu, this.tip]) part.destroy();"))],
  ["is given to a list of ends", "silent", files(owner("for (const part of this.parts) part.destroy();", "this.parts = []; this.tip = new Tip(element); // here\n    this.parts.push(this.tip);"))],
  ["is ended by a verb that only its class tells", "silent by unreleased/child-ended in this file", files(owner("this.menu.destroy(); this.tip.leave();"), TIP.replace("destroy()", "leave()"))],
  ["holds nothing until it is shown", "silent by real/child-holds in this file", files(owner("this.menu.destroy();"), TIP.replace("document.addEventListener", "} show() { document.addEventListener"))],
  ["holds something once it is shown, which the owner does", "certain child-unended", files(owner("this.menu.destroy();", undefined, "open() { this.tip.show(); }"), TIP.replace("document.addEventListener", "} show() { document.addEventListener"))],
  ["has an end that only drops references", "silent by real/child-holds in this file", files(owner("this.menu.destroy();"), "export class Tip { constructor(target) { this.target = target; } destroy() { this.target = null; } }")],
  ["ends itself by an event that it hears", "silent by real/child-holds in this file", files(owner("this.menu.destroy();"), TIP.replace("this.target = target;", 'this.target = target; target.addEventListener("blur", () => this.destroy());'))],
  ["hears what the owner has made", "silent by real/child-holds in this file", files(owner("this.menu.destroy();", "this.root = document.createElement(\"div\");\n    this.tip = new Tip(this.root); // here"), TIP.replaceAll("document.", "this.target."))],
  ["hears what the owner was given", "likely child-unended", files(owner("this.menu.destroy();"), TIP.replaceAll("document.", "this.target."))],
  ["hears a part of what the owner was given", "likely child-unended", files(owner("this.menu.destroy();", "this.tip = new Tip({ target: element }); // here"), TIP.replace("constructor(target)", "constructor({ target })").replaceAll("document.", "this.target."))],
  ["is of a class that is out of sight", "silent", files(owner("this.menu.destroy();").replace("./tip", "tips"))],
  ["holds a part that holds something", "certain child-unended", { ...files(owner("this.menu.destroy();"), 'import { Menu } from "./menu";\nexport class Tip { constructor() { this.menu = new Menu(); } destroy() { this.menu.destroy(); } }') }],
  ["has a class above that holds something", "certain child-unended", { ...files(owner("this.menu.destroy();"), 'import { Base } from "./base";\nexport class Tip extends Base { constructor() { super(); } }'), "src/base.js": TIP.replace("class Tip", "class Base") }],
  ["has an end above that calls its own", "silent by unreleased/child-ended in this file", { ...files(owner("this.menu.destroy(); this.tip.finish();"), `import { Base } from "./base";\n${TIP.replace("class Tip", "class Tip extends Base").replace("destroy()", "leave()")}`), "src/base.js": "export class Base { finish() { this.leave(); } }" }],
  ["is made by a program that has one owner", "silent by repeats/owner-made in src/main.js:2", { ...files(owner("this.menu.destroy();")), "src/main.js": 'import { Panel } from "./panel";\nnew Panel(document.body);\n' }],
  ["is written as a constructor function", "certain child-unended", files(owner("this.menu.destroy();").replace("import { Tip } from", "import Tip from"), 'function Tip() { this.onKey = () => {}; document.addEventListener("keydown", this.onKey); }\nTip.prototype.destroy = function () { document.removeEventListener("keydown", this.onKey); };\nmodule.exports = Tip;\n')],
  ["is of a class of the same file", "certain child-unended", { "src/panel.js": `${TIP}${MENU}\n${owner("this.menu.destroy();").replace(/^import.*\n/gm, "")}`, "src/main.js": files("")["src/main.js"] ?? "" }],
  ["has a field of its own for a first value", "certain child-unended", files(owner("this.menu.destroy();", "").replace("export class Panel {", "export class Panel {\n  tip = new Tip(document.body); // here"))],
  ["may be ended by code that has it", "silent by owned/child-lent in this file", files(owner("this.menu.destroy();", "this.tip = new Tip(element); // here\n    element.keep(this.tip);"))],
  ["is lent to another that only uses it", "likely child-unended", { ...files(owner("this.menu.destroy();", "this.tip = new Tip(element); // here\n    this.user = new User(this.tip);").replace("import", 'import { User } from "./user";\nimport')), "src/user.js": "export class User { constructor(tip) { this.tip = tip; } show() { this.tip.hide(); } }" }],
  ["is given to another that may end it", "silent by owned/child-lent in this file", { ...files(owner("this.menu.destroy();", "this.tip = new Tip(element); // here\n    this.user = new User(this.tip);").replace("import", 'import { User } from "./user";\nimport')), "src/user.js": "export class User { constructor(tip) { this.tip = tip; } close() { this.tip.destroy(); } }" }],
  ["is registered by its class with what ends all", "silent by real/child-holds in this file", files(owner("this.menu.destroy();"), TIP.replace("this.target = target;", "this.target = target; target.ends.push(this);"))],
];

describe("an object that its owner's end", () => {
  it.each(CASES)("%s", (_of, says, project) => expect(verdictIn(project)).toBe(says));
});

const again = (body: string, more = ""): string => `import { Tip } from "./tip";
export class Panel {
  constructor(element) { this.element = element; }
  setText(text) { this.text = text; this.render(); }
  setTitle(title) { this.title = title; this.render(); }
  render() {
    ${body}
  }
  ${more}
  destroy() { this.tip.destroy(); }
}
`;

const REPLACED: readonly (readonly [of: string, says: string, files: Files])[] = [
  ["takes the place of one that is held", "likely child-replaced", files(again("this.tip = new Tip(this.element); // here"))],
  ["is ended before", "silent", files(again("if (this.tip) this.tip.destroy();\n    this.tip = new Tip(this.element); // here"))],
  ["is made once", "silent", files(again("this.tip ??= new Tip(this.element); // here"))],
  ["takes the place of one that holds nothing", "silent by real/child-holds in this file", files(again("this.tip = new Tip(this.element); // here"), "export class Tip { constructor(target) { this.target = target; } destroy() { this.target = null; } }")],
  ["is of a class that is out of sight", "silent", files(again("this.tip = new Tip(this.element); // here").replace("./tip", "tips"))],
  ["is made by what runs nobody knows how often", "silent", files(again("this.tip = new Tip(this.element); // here").replace("this.title = title; this.render();", ""))],
];

describe("an object that is made for a field again", () => {
  it.each(REPLACED)("%s", (_of, says, project) => expect(verdictIn(project)).toBe(says));
});
