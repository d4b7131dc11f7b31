import { statementsIn } from './statements-in';

describe('the statements of a text of SQL', () => {
  it('end with a semicolon, and the last one without', () => {
    expect(statementsIn('SELECT 1;\nSELECT 2')).toEqual(['SELECT 1', 'SELECT 2']);
  });

  it.each([
    ['a string', `SELECT ';', 'it''s; so'`],
    ['a quoted name', 'SELECT 1 AS "a;b"'],
    ['a comment', 'SELECT 1 -- one; only\n+ 2'],
    ['a long comment', 'SELECT 1 /* one; only */ + 2'],
    ['the body of a function', 'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$'],
    ['a body with a name', `CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $body$ SELECT '$$;'; $body$`],
  ])('do not end within %s', (_, sql) => {
    expect(statementsIn(`${sql};\nSELECT 3;`)).toEqual([sql, 'SELECT 3']);
  });

  it('take a string with a dollar for a string, and a parameter for no quote', () => {
    expect(statementsIn(`SELECT '$$'; SELECT $1, $2; SELECT '$$'`)).toHaveLength(3);
  });

  it('come without the comments before them, and a comment alone is none', () => {
    expect(statementsIn('-- What a row is.\n\n/* Kept. */ CREATE TABLE a ();\n-- The end.')).toEqual([
      'CREATE TABLE a ()',
    ]);
  });
});
