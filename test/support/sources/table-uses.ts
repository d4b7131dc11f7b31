import type ts from 'typescript';
import { type SqlLiteral, sqlLiteralsIn } from './sql-literals';

/** After these words of SQL stands a table, or a list of them. */
const BEFORE_A_TABLE = /\b(?:FROM|JOIN|INTO|UPDATE|ONLY|TABLE|USING|TRUNCATE|LATERAL)\b/gi;
/** Here the list of tables is over. */
const AFTER_TABLES =
  /\b(?:WHERE|SET|VALUES|SELECT|GROUP|ORDER|HAVING|LIMIT|OFFSET|RETURNING|UNION|EXCEPT|INTERSECT|FOR|FROM|USING)\b/i;
const NOT_YET = /^(?:\s|\(|"|public\.|(?:ONLY|TABLE|LATERAL|IF|NOT|EXISTS)\b)*/i;
/** What may stand after a table, or after its other name, in a piece of SQL. */
const AFTER_ONE = '(?:NATURAL|LEFT|RIGHT|FULL|INNER|CROSS|JOIN|ON|USING|WHERE|SET|ORDER|GROUP|LIMIT|FOR|RETURNING)\\b';
/** `file_sent s JOIN …`, `document d`, `note WHERE …`: a piece that begins with a table. */
const PIECES = [
  new RegExp(`^[\\s\0]*"?([a-z_]+)"?\\s+(?:AS\\s+)?[a-z]\\w*\\s*(?:$|\0|${AFTER_ONE})`),
  new RegExp(`^[\\s\0]*"?([a-z_]+)"?\\s+${AFTER_ONE}`),
];
/** What is called so holds names of tables. */
const CALLED_A_TABLE = /table|relation|source|entity/i;

/**
 * The tables that a source names in its SQL.
 * @param tables every table there is.
 */
export function tablesNamedIn(source: ts.SourceFile, tables: ReadonlySet<string>): string[] {
  const named = sqlLiteralsIn(source).flatMap((literal) => namedIn(literal));
  return [...new Set(named.filter((name) => tables.has(name)))];
}

function namedIn({ text, name }: SqlLiteral): string[] {
  if (/^\w+$/.test(text)) return CALLED_A_TABLE.test(name) || text.includes('_') ? [text] : [];
  const pieces = listOfTables(text).flatMap((piece) => PIECES.map((form) => form.exec(piece)?.[1] ?? ''));
  return [...pieces, ...afterWords(text)];
}

function afterWords(text: string): string[] {
  return [...text.matchAll(BEFORE_A_TABLE)].flatMap((word) => {
    const rest = text.slice(word.index + word[0].length);
    return listOfTables(rest).map((part) => /^[a-z_]\w*/i.exec(part.replace(NOT_YET, ''))?.[0].toLowerCase() ?? '');
  });
}

/** `a x, (SELECT …) y, b WHERE …` is three: commas inside brackets part nothing. */
function listOfTables(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/\w+|[^\w]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth < 0 || token === ';' || (depth === 0 && AFTER_TABLES.test(token))) break;
    if (depth === 0 && token === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts;
}
