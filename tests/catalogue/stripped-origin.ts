/** Origins without the ways in which their types come about, so that only the declared type can match. */
import type { ApiOrigin } from "../../src/catalogue/origin.ts";

/** Answers whether an origin is, or is a member of, a declared type. */
export function namesType(origin: ApiOrigin): boolean {
  switch (origin.kind) {
    case "type":
      return true;
    case "member":
    case "instance":
    case "result":
      return namesType(origin.of);
    case "oneOf":
      return origin.of.every(namesType);
    default:
      return false;
  }
}

/** Returns the origin with its types alone. */
export function withoutMakers(origin: ApiOrigin): ApiOrigin {
  switch (origin.kind) {
    case "type":
      return { ...origin, made: [] };
    case "member":
    case "instance":
    case "result":
      return { ...origin, of: withoutMakers(origin.of) };
    case "oneOf":
      return { ...origin, of: origin.of.map(withoutMakers) };
    default:
      return origin;
  }
}
