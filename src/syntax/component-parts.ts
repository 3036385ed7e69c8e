/**
 * What of a single-file component runs when: `.vue`, `.svelte` and `.astro` files hold code that runs once for each instance of
 * the component (or for each request that renders it) beside code that runs once for the module. Each parser says so in its own way.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** The top-level nodes of a component, by how often they run. */
export interface ComponentParts {
  /** Which framework makes the instances. */
  readonly framework: "vue" | "svelte" | "astro";
  /** Runs once: imports, types, and the script of the module. In the order of the source. */
  readonly ofModule: readonly TSESTree.Node[];
  /** Runs for each instance, its template included where that is a part of the tree. In the order of the source. */
  readonly ofInstance: readonly TSESTree.Node[];
  /** The uses of the script's variables in a template that stands beside the tree. */
  readonly uses: readonly TemplateUse[];
}

export interface TemplateUse {
  readonly identifier: TSESTree.Identifier;
  readonly isWritten: boolean;
}

/** A node of a template or document, of which no type is published that all parsers share. */
interface TemplateNode {
  readonly type: string;
  readonly name?: string | TemplateNode;
  readonly key?: TemplateNode;
  readonly value?: unknown;
  readonly range: readonly [number, number];
  readonly children?: readonly TemplateNode[];
  readonly body?: readonly TSESTree.Node[];
  readonly startTag?: { readonly attributes: readonly TemplateNode[] };
  readonly references?: readonly { readonly id: TSESTree.Identifier; readonly mode: string; readonly variable: unknown }[];
}

/** The services by which the parsers of components make themselves known. */
interface ComponentServices {
  readonly isSvelte?: boolean;
  readonly isAstro?: boolean;
  readonly getDocumentFragment?: () => TemplateNode | null;
}

/** The parts of a component with a script that runs for each instance; undefined for every other file, or by any other parser. */
export function partsOfComponent(sourceCode: Readonly<TSESLint.SourceCode>): ComponentParts | undefined {
  const services = sourceCode.parserServices as ComponentServices | undefined;
  const parts = services?.isSvelte === true ? partsOfSvelte(sourceCode) : services?.isAstro === true ? partsOfAstro(sourceCode) : partsOfVue(sourceCode, services?.getDocumentFragment);
  return parts?.ofInstance.some(({ type }) => !type.startsWith("Svelte") && (type as string) !== "AstroFragment") === true ? parts : undefined;
}

/** Imports are made once wherever they stand, and types are no code. */
const HOISTED: ReadonlySet<string> = new Set(["ImportDeclaration", "TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

function partsOfSvelte({ ast }: Readonly<TSESLint.SourceCode>): ComponentParts {
  const ofModule: TSESTree.Node[] = [];
  const ofInstance: TSESTree.Node[] = [];
  for (const child of ast.body as readonly TSESTree.Node[]) {
    const element = child as unknown as TemplateNode;
    if (element.type === "SvelteStyleElement") continue;
    if (element.type !== "SvelteScriptElement") ofInstance.push(child);
    else for (const statement of element.body ?? []) (isModuleScript(element) || HOISTED.has(statement.type) ? ofModule : ofInstance).push(statement);
  }
  return { framework: "svelte", ofModule, ofInstance, uses: [] };
}

/** `<script module>`, and `<script context="module">` before Svelte 5. */
function isModuleScript({ startTag }: TemplateNode): boolean {
  return startTag?.attributes.some(({ key, value }) => {
    const values = Array.isArray(value) ? (value as readonly TemplateNode[]) : [];
    return nameOfKey(key) === "module" || (nameOfKey(key) === "context" && values.some((part) => part.value === "module"));
  }) === true;
}

/** The frontmatter runs for each request; what it exports, `getStaticPaths` and `prerender`, is taken out of it and belongs to the module. */
function partsOfAstro({ ast }: Readonly<TSESLint.SourceCode>): ComponentParts {
  const isOfModule = ({ type }: TSESTree.Node): boolean => HOISTED.has(type) || type.startsWith("Export");
  return { framework: "astro", ofModule: ast.body.filter(isOfModule), ofInstance: ast.body.filter((statement) => !isOfModule(statement)), uses: [] };
}

/** Both scripts of a component are one program; the one that is marked `setup` runs for each instance. */
function partsOfVue(sourceCode: Readonly<TSESLint.SourceCode>, getDocumentFragment: ComponentServices["getDocumentFragment"]): ComponentParts | undefined {
  const script = getDocumentFragment?.()?.children?.find(isSetupScript);
  if (script === undefined) return undefined;
  const { ast } = sourceCode;
  const isOfInstance = ({ type, range }: TSESTree.Node): boolean => !HOISTED.has(type) && range[0] >= script.range[0] && range[1] <= script.range[1];
  const template = (ast as { readonly templateBody?: TemplateNode | null }).templateBody;
  const uses = template == null ? [] : collectUses(template);
  return { framework: "vue", ofModule: ast.body.filter((statement) => !isOfInstance(statement)), ofInstance: ast.body.filter(isOfInstance), uses };
}

function isSetupScript({ type, name, startTag }: TemplateNode): boolean {
  return type === "VElement" && name === "script" && startTag?.attributes.some(({ key }) => nameOfKey(key) === "setup") === true;
}

function nameOfKey(key: TemplateNode | undefined): string | undefined {
  return typeof key?.name === "string" ? key.name : undefined;
}

/** Under which each element has its attributes, each attribute its expressions, and each element its children. */
const TEMPLATE_KEYS = ["startTag", "attributes", "key", "argument", "value", "children"];

/** What a template names that it does not declare itself, as `v-for` does. */
function collectUses(template: TemplateNode): readonly TemplateUse[] {
  const uses: TemplateUse[] = [];
  const pending: TemplateNode[] = [template];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const { id, mode, variable } of node.references ?? []) if (variable == null) uses.push({ identifier: id, isWritten: mode.includes("w") });
    for (const key of TEMPLATE_KEYS) {
      const below = (node as unknown as Record<string, unknown>)[key];
      for (const child of Array.isArray(below) ? (below as readonly unknown[]) : [below]) if (isNode(child)) pending.push(child);
    }
  }
  return uses;
}

function isNode(value: unknown): value is TemplateNode {
  return typeof value === "object" && value !== null && typeof (value as TemplateNode).type === "string";
}
