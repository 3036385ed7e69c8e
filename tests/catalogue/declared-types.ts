/** The declared types of an API origin, asked of the real declarations of its package. */
import ts from "typescript";

import type { ApiOrigin } from "../../src/catalogue/origin.ts";
import { sourceFileNamed } from "./package-program.ts";

export const PROOF_FILE = "proof.ts";

/** Returns the text of a file that imports every module, so that a program over it knows them all. */
export function importingEvery(modules: readonly string[]): string {
  return modules.map((module, index) => `import * as namespace${index} from "${module}";\nimport default${index} from "${module}";\n`).join("") + "export {};\n";
}

export interface DeclaredTypes {
  /** The types an origin has, one for each alternative and overload; throws, with what is missing, where there is none. */
  typesOf(origin: ApiOrigin): readonly ts.Type[];
  /** The types of the object that a callee is a member of. */
  receiversOf(callee: ApiOrigin): readonly ts.Type[];
  memberOf(type: ts.Type, name: string): ts.Type | undefined;
  /** The types that a call, or `new`, of the callee gives. */
  givenBy(callee: readonly ts.Type[], form: "call" | "new"): readonly ts.Type[];
  awaited(type: ts.Type): ts.Type | undefined;
  parametersOf(callee: readonly ts.Type[], form: "call" | "new", index: number): readonly ts.Type[];
}

/** Builds the questions over a program that holds the proof file. */
export function buildDeclaredTypes(program: ts.Program, modules: readonly string[]): DeclaredTypes {
  const checker = program.getTypeChecker();
  const file = sourceFileNamed(program, PROOF_FILE);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const inScope = checker.getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace);
  const globals = new Map(inScope.map((symbol) => [symbol.name, symbol]));

  const importsOf = (module: string): readonly [ts.ImportDeclaration, ts.ImportDeclaration] => {
    const index = modules.indexOf(module);
    const [namespace, whole] = [imports[index * 2], imports[index * 2 + 1]];
    if (namespace === undefined || whole === undefined) throw new Error(`the module "${module}" is not imported by the proof`);
    return [namespace, whole];
  };
  const typeAt = (node: ts.Node | undefined): ts.Type | undefined => {
    const type = node === undefined ? undefined : checker.getTypeAtLocation(node);
    return type === undefined || isUnknown(type) ? undefined : type;
  };
  const memberOf = (type: ts.Type, name: string): ts.Type | undefined => {
    const solid = checker.getNonNullableType(checker.getBaseConstraintOfType(type) ?? type);
    const symbol = name.startsWith("[")
      ? checker.getPropertiesOfType(checker.getApparentType(solid)).find((property) => property.name.startsWith(`__@${name.slice(1, -1)}@`))
      : checker.getPropertyOfType(checker.getApparentType(solid), name);
    return symbol === undefined ? undefined : checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, file));
  };
  const through = (start: readonly ts.Type[], path: readonly string[]): readonly ts.Type[] =>
    path.reduce<readonly ts.Type[]>((types, name) => types.flatMap((type) => memberOf(type, name) ?? []), start);
  const signaturesOf = (types: readonly ts.Type[], form: "call" | "new"): readonly ts.Signature[] =>
    types.flatMap((type) => {
      const parts = type.isUnion() ? type.types : [type];
      return parts.flatMap((part) => checker.getSignaturesOfType(part, form === "call" ? ts.SignatureKind.Call : ts.SignatureKind.Construct));
    });
  const givenBy = (types: readonly ts.Type[], form: "call" | "new"): readonly ts.Type[] =>
    signaturesOf(types, form).flatMap((signature) => {
      const type = signature.getReturnType();
      return type.isUnion() ? [type, ...type.types] : [type];
    });
  const awaited = (type: ts.Type): ts.Type | undefined => checker.getAwaitedType(type);

  const exportTypes = (module: string, path: readonly string[]): readonly ts.Type[] => {
    const [namespace, whole] = importsOf(module);
    const wanted = path[0] === "default" ? path.slice(1) : path;
    const roots = [typeAt(whole.importClause?.name), typeAt(namespace.importClause?.namedBindings)].filter((type) => type !== undefined);
    return wanted.length === 0 ? roots : through(roots, wanted);
  };
  const declaredType = (module: string, name: string): ts.Type | undefined => {
    const symbol = module === "lib" ? globals.get(name) : exportedSymbol(module, name);
    if (symbol === undefined) return undefined;
    const type = checker.getDeclaredTypeOfSymbol(resolved(symbol));
    return isUnknown(type) ? undefined : type;
  };
  const exportedSymbol = (module: string, name: string): ts.Symbol | undefined => {
    const whole = checker.getSymbolAtLocation(importsOf(module)[0].moduleSpecifier);
    const assigned = whole?.exports?.get(ts.InternalSymbolName.ExportEquals);
    const exported = [...(whole === undefined ? [] : checker.getExportsOfModule(whole)), ...(assigned === undefined ? [] : [resolved(assigned)])];
    return exported.find((symbol) => symbol.name === name) ?? exported.map(resolved).find((symbol) => symbol.name === name);
  };
  const resolved = (symbol: ts.Symbol): ts.Symbol => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const globalTypes = (path: readonly string[]): readonly ts.Type[] => {
    const symbol = globals.get(path[0] ?? "");
    return symbol === undefined ? [] : through([checker.getTypeOfSymbolAtLocation(symbol, file)], path.slice(1));
  };

  const typesOf = (origin: ApiOrigin): readonly ts.Type[] => {
    const found = findTypes(origin);
    if (found.length === 0 && origin.kind !== "anything") throw new Error(`${describeOrigin(origin)} is not declared`);
    return found;
  };
  const findTypes = (origin: ApiOrigin): readonly ts.Type[] => {
    switch (origin.kind) {
      case "anything":
        return [];
      case "global":
        return globalTypes(origin.path);
      case "export":
        return exportTypes(origin.module, origin.path);
      case "instance":
        return givenBy(typesOf(origin.of), "new");
      case "result":
        return givenBy(typesOf(origin.of), "call").flatMap((type) => [type, awaited(type) ?? type]);
      case "member": {
        const owners = typesOf(origin.of);
        if (owners.length === 0) return [];
        return through(owners, [origin.name]);
      }
      case "type": {
        for (const made of origin.made) typesOf(made);
        const type = declaredType(origin.module, origin.name);
        return type === undefined ? [] : [type];
      }
      case "oneOf":
        return origin.of.flatMap((one) => (takesAnything(one) ? [] : typesOf(one)));
    }
  };
  const receiversOf = (callee: ApiOrigin): readonly ts.Type[] => {
    switch (callee.kind) {
      case "member":
        return typesOf(callee.of);
      case "global":
        return globalTypes(callee.path.length === 1 ? ["globalThis"] : callee.path.slice(0, -1));
      case "export":
        return exportTypes(callee.module, callee.path.slice(0, -1));
      case "oneOf":
        return callee.of.flatMap(receiversOf);
      default:
        return [];
    }
  };
  const parametersOf = (types: readonly ts.Type[], form: "call" | "new", index: number): readonly ts.Type[] =>
    signaturesOf(types, form).flatMap((signature) => {
      const parameter = signature.parameters.at(index);
      if (parameter === undefined) return [];
      const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(parameter, file));
      return type.isUnion() ? [type, ...type.types] : [type];
    });

  return { typesOf, receiversOf, memberOf, givenBy, awaited, parametersOf };
}

function isUnknown(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}

/** Answers whether an origin asks nothing of its receiver, so that nothing can be proven of it. */
export function takesAnything(origin: ApiOrigin): boolean {
  return origin.kind === "anything" || (origin.kind === "member" && takesAnything(origin.of));
}

/** Describes an origin in the words of a program. */
export function describeOrigin(origin: ApiOrigin): string {
  switch (origin.kind) {
    case "anything":
      return "anything";
    case "global":
      return origin.path.join(".");
    case "export":
      return `${origin.path.join(".") || "the export"} of "${origin.module}"`;
    case "instance":
      return `new ${describeOrigin(origin.of)}`;
    case "result":
      return `the result of ${describeOrigin(origin.of)}`;
    case "member":
      return `${origin.name} of ${describeOrigin(origin.of)}`;
    case "type":
      return `the type ${origin.name} of "${origin.module}"`;
    case "oneOf":
      return origin.of.map(describeOrigin).join(" or ");
  }
}

/** Collects the modules an origin names. */
export function collectModules(origin: ApiOrigin): readonly string[] {
  switch (origin.kind) {
    case "export":
      return [origin.module];
    case "type":
      return [...(origin.module === "lib" ? [] : [origin.module]), ...origin.made.flatMap(collectModules)];
    case "instance":
    case "result":
    case "member":
      return collectModules(origin.of);
    case "oneOf":
      return origin.of.flatMap(collectModules);
    default:
      return [];
  }
}
