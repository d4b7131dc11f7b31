/** Where a statement may not end: within comments, strings, quoted names and the bodies of functions. */
const WHOLE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|;/g;
const COMMENTS_BEFORE = /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/;

/** The statements of a text of SQL, each without the comments before it and without its semicolon. */
export function statementsIn(sql: string): string[] {
  const statements: string[] = [];
  let begin = 0;
  for (const { 0: found, index } of sql.matchAll(WHOLE)) {
    if (found !== ';') continue;
    statements.push(sql.slice(begin, index));
    begin = index + 1;
  }
  statements.push(sql.slice(begin));
  return statements.map((text) => `${text}\n`.replace(COMMENTS_BEFORE, '').trimEnd()).filter((text) => text !== '');
}
