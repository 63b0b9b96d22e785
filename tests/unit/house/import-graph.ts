import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, normalize, relative } from 'node:path';
import ts from 'typescript';

/** One import of a file of `src`: what it names, and whether only types come over. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The imported file below `src`, or null for a package or a built-in. */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

const root = 'src';
const codeEndings = new Set(['.ts', '.astro']);

/** The code files of `src`, as paths below it. */
export const sourceFiles = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && codeEndings.has(extname(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

/** The TypeScript of a file; of an Astro component, its front matter and its scripts. */
export const codeOf = (file: string): string => {
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.astro')) return text;
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return [frontMatter, ...scripts].join('\n');
};

const isTypeOnly = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
};

/** The imports of one file: static, re-exporting and dynamic ones. */
export const importsOf = (file: string): Import[] => {
  const source = ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const path = specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier)).replace(/\?.*$/, '')
      : null;
    found.push({ from: file, specifier, file: path, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, isTypeOnly(node));
    }
    const argument = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      argument !== undefined &&
      ts.isStringLiteral(argument)
    ) {
      add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
