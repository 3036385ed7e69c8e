import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const basket = (end: string, { made = "this.channel = new BroadcastChannel(shop);", error = "", more = "" } = {}): string => `
  export class Basket {
    constructor(shop, remember, channel) {
      this.shop = shop;
      this.remember = remember;
      ${made}${error}
      this.row = document.createElement("ul");
    }
    ${more}
    unmount() { this.row.remove(); ${end} }
  }
`;
const skipped = ' // error: fieldSkipped "\`this.channel\`"';
const guarded = 'if (!this.remember) return; localStorage.setItem("shop", this.shop); this.channel.close();';

describeRule("no-unreleased-field: ends that a choice of the maker goes around", rule, ({ valid, invalid }) => {
  invalid("turned away before the release", basket(guarded, { error: skipped }), { confidence: "likely" });
  valid("released whatever was chosen", basket("this.channel.close(); if (!this.remember) return;"), { confidence: "likely" });
  valid("made on the same choice", basket(guarded, { made: "if (remember) this.channel = new BroadcastChannel(shop);" }), { confidence: "likely" });
  valid("perhaps somebody else's", basket("if (this.remember) this.channel.close();", { made: "if (channel) this.channel = channel; else this.channel = new BroadcastChannel(shop);" }), { confidence: "likely" });
  valid("unknown: a choice that may change", basket(guarded, { more: "keep() { this.remember = true; }" }), { confidence: "likely" });
});
