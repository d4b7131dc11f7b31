import type { Parameters } from './parameters';

/** That the text of this column has what was typed in it, in small letters or capitals: conditions, none where nothing was typed. */
export const containing = (column: string, typed: string | undefined, { bind }: Parameters): string[] =>
  typed === undefined ? [] : [`strpos(lower(${column}), lower(${bind(typed)})) > 0`];

/** That this column has the value that was chosen: conditions, none where none was. */
export const having = (column: string, chosen: string | undefined, { bind }: Parameters): string[] =>
  chosen === undefined ? [] : [`${column} = ${bind(chosen)}`];
