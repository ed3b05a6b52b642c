import { parseSync, Visitor, type Expression, type Super } from 'oxc-parser';

/** A file of the project: its path from the root, with slashes, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** What the rules of the house ask of a file. */
export interface Source {
  readonly file: string;
  readonly imports: readonly Import[];
  /** Each use of a global, as far as it is called, constructed or asked for a member: `Date`, `Math.pow`. */
  readonly globals: readonly Mention[];
  /** The lines with `**` or `**=`. */
  readonly powers: readonly number[];
  /** What the parser said, if it could not read the file. */
  readonly unreadable: readonly string[];
}

/** One import or re-export, static or dynamic, of a value or of types only. */
export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A name at a line, counted from 1. */
export interface Mention {
  readonly name: string;
  readonly line: number;
}

/** Reads a TypeScript file by its syntax tree. */
export function readSource({ file, text }: SourceFile): Source {
  const { program, errors } = parseSync(file, text);
  const imports: Import[] = [];
  const globals: Mention[] = [];
  const powers: number[] = [];

  function lineOf(node: { start: number }): number {
    return text.slice(0, node.start).split('\n').length;
  }
  function noteImport(node: { start: number }, from: string, typeOnly: boolean): void {
    imports.push({ from, typeOnly, line: lineOf(node) });
  }
  function noteGlobal(node: Expression | Super): void {
    const name = globalName(node);
    if (name !== undefined) globals.push({ name, line: lineOf(node) });
  }
  function notePower(node: { start: number; operator: string }): void {
    if (node.operator.startsWith('**')) powers.push(lineOf(node));
  }

  new Visitor({
    ImportDeclaration: (node) => noteImport(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => noteImport(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) noteImport(node, node.source.value, node.exportKind === 'type');
    },
    TSImportType: (node) => noteImport(node, node.source.value, true),
    ImportExpression: (node) => noteImport(node, importedText(node.source), false),
    CallExpression: (node) => noteGlobal(node.callee),
    NewExpression: (node) => noteGlobal(node.callee),
    MemberExpression: (node) => {
      noteGlobal(node);
      noteGlobal(node.object);
    },
    VariableDeclarator: (node) => {
      // const { random } = Math
      if (node.id.type !== 'ObjectPattern' || node.init === null) return;
      const owner = globalName(node.init);
      if (owner === undefined) return;
      for (const property of node.id.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier') {
          globals.push({ name: `${owner}.${property.key.name}`, line: lineOf(property) });
        }
      }
    },
    BinaryExpression: notePower,
    AssignmentExpression: notePower,
  }).visit(program);

  return { file, imports, globals, powers, unreadable: errors.map((error) => error.message) };
}

/** `Date`, `globalThis.Date` and `globalThis['Date']` are all `Date`; `Math.pow` keeps its owner. Nothing for other expressions. */
function globalName(node: Expression | Super): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const owner = globalName(node.object);
  const member = node.computed
    ? node.property.type === 'Literal' && String(node.property.value)
    : node.property.type === 'Identifier' && node.property.name;
  if (owner === undefined || member === false) return undefined;
  return owner === 'globalThis' ? member : `${owner}.${member}`;
}

/** The text of a dynamic import; one that is computed cannot be judged and is shown as it is. */
function importedText(source: Expression): string {
  return source.type === 'Literal' && typeof source.value === 'string' ? source.value : '(computed)';
}
