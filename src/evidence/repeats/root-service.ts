import type { Candidate } from "../../candidates/candidate.ts";
import { scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import { calleeName, decoratorsOf, isClass, memberName } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

/** An Angular service of the root lives as long as the page. */
export const rootService: Evidence<Candidate, "yes"> = {
  id: "repeats/root-service",
  asks: "Does its class say that it is provided for the whole page?",
  levels: { yes: ["its class is provided once, for the whole page", "no leak"] },
  ask(file, { node }) {
    const scope = scopeOf(file, node);
    const decorators = isClass(scope) ? decoratorsOf(scope) : [];
    return yesOrUnknown(decorators.some(({ expression }) => {
      const options = expression.type === "CallExpression" && calleeName(expression) === "Injectable" ? expression.arguments[0] : undefined;
      return options?.type === "ObjectExpression" && options.properties.some((property) => property.type === "Property" && memberName(property) === "providedIn");
    }));
  },
};
