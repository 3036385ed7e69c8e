import type { TSESTree } from "@typescript-eslint/utils";

import type { LostHandle } from "../../candidates/lost-handle.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { listeningVerbs } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { settlesPromiseAround } from "../../subjects/listener/settling-listener.ts";
import { memberName, unwrap, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endAwaited: Evidence<LostHandle, "yes"> = {
  id: "outlives/end-awaited",
  asks: "Does somebody wait for its end, which the other side makes: `socket.once(\"end\", () => resolve())`?",
  levels: { yes: ["somebody waits for its end, which the other side makes", "no leak"] },
  ask(file, { holder }) {
    const at = typeof holder !== "object" ? undefined : holder.references.find(({ identifier }) => isWaitForEnd(file, identifier))?.identifier;
    return { level: at === undefined ? "unknown" : "yes", basis: "shown", at };
  },
};

function isWaitForEnd(file: FileFacts, identifier: TSESTree.Node): boolean {
  const member = wrapped(identifier).parent;
  const call = member?.type === "MemberExpression" && listeningVerbs.test(memberName(member) ?? "") ? wrapped(member).parent : undefined;
  if (call?.type !== "CallExpression" || unwrap(call.callee) !== member) return false;
  const [event] = call.arguments;
  return event?.type === "Literal" && endingEvents.has(String(event.value)) && settlesPromiseAround(file, call);
}
