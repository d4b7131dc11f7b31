import type { ObjectText, SchemaText, TableText } from './schema-statements';

/**
 * The statements that make an empty database into what the files say, in an order in which each finds what it names.
 * Defaults and checks of tables call functions, so these come first, but for those whose arguments or results are rows.
 */
export function creationOf({ tables, functions, triggers, additions }: SchemaText): string[] {
  const ofRows = functions.filter((each) => speaksOfRows(each, tables));
  return [
    // What a function names in its body is there when it is called.
    'SET LOCAL check_function_bodies = off',
    ...functions.filter((each) => !ofRows.includes(each)).flatMap(({ statements }) => statements),
    ...inOrderOfReferences(tables).map(({ text }) => text),
    ...ofRows.flatMap(({ statements }) => statements),
    ...additions,
    ...triggers.flatMap(({ statements }) => statements),
  ];
}

function speaksOfRows({ statements: [text = ''] }: ObjectText, tables: readonly TableText[]): boolean {
  const signature = text.slice(0, text.search(/\bLANGUAGE\b/));
  return tables.some(({ name }) => new RegExp(`[ .]${name}\\s*(?:[,)]|$)`).test(signature));
}

/** @throws Error naming the tables that reference each other. */
function inOrderOfReferences(tables: readonly TableText[]): TableText[] {
  const ordered: TableText[] = [];
  let left = tables.map((table) => ({ table, references: referencesOf(table) }));
  while (left.length > 0) {
    const missing = new Set(left.map(({ table }) => table.name));
    const next = left.filter(({ references }) => !references.some((name) => missing.has(name)));
    if (next.length === 0) {
      throw new Error(
        `These tables reference each other, so ALTER TABLE must add one of the constraints: ${[...missing].join(', ')}`,
      );
    }
    ordered.push(...next.map(({ table }) => table));
    left = left.filter((each) => !next.includes(each));
  }
  return ordered;
}

const referencesOf = ({ name, text }: TableText): string[] =>
  [...text.matchAll(/\bREFERENCES (\w+)/g)].map(([, other = '']) => other).filter((other) => other !== name);
