import { creationOf } from './creation';
import { schemaStatements } from './schema-statements';

const ordered = (sql: string) => creationOf(schemaStatements(sql)).slice(1);

describe('the order in which a schema is made', () => {
  it('is functions, tables after those that they reference, functions of rows, what is added, triggers', () => {
    const trigger = 'CREATE TRIGGER t BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()';
    const always = 'ALTER TABLE b ENABLE ALWAYS TRIGGER t';
    const [b, a] = [
      'CREATE TABLE b (a uuid REFERENCES a, b uuid REFERENCES b)',
      'CREATE TABLE a (at date DEFAULT today())',
    ];
    const [of, f] = [
      'CREATE FUNCTION text_of(each a) RETURNS text LANGUAGE sql AS $$ $$',
      'CREATE FUNCTION f() RETURNS trigger LANGUAGE sql AS $$ $$',
    ];
    const [revoke, index] = ['REVOKE ALL ON FUNCTION f() FROM PUBLIC', 'CREATE INDEX i ON b (a)'];
    expect(ordered([of, b, index, a, f, revoke, trigger, always].join(';\n'))).toEqual([
      f,
      revoke,
      a,
      b,
      of,
      index,
      trigger,
      always,
    ]);
  });

  it('takes an argument that is called as a table for no row', () => {
    const of = 'CREATE FUNCTION volumes(organisation uuid) RETURNS SETOF uuid LANGUAGE sql AS $$ $$';
    expect(ordered(`CREATE TABLE organisation (id uuid);${of}`)[0]).toBe(of);
  });

  it('is not found for tables that reference each other', () => {
    const circle =
      'CREATE TABLE a (b uuid REFERENCES b); CREATE TABLE b (a uuid REFERENCES a); CREATE TABLE c (id uuid);';
    expect(() => ordered(circle)).toThrow('reference each other, so ALTER TABLE must add one of the constraints: a, b');
  });
});

describe('a file of the schema', () => {
  it.each([
    ['drops', 'DROP TABLE a', 'does not belong'],
    ['grants', 'GRANT SELECT ON a TO patravali_app', 'does not belong'],
    ['switches on a trigger that it does not make', 'ALTER TABLE a ENABLE ALWAYS TRIGGER t', 'not made before it'],
    ['makes a function twice', 'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ $$;'.repeat(2), 'stands twice'],
  ])('is refused when it %s', (_, sql, reason) => {
    expect(() => schemaStatements(sql)).toThrow(reason);
  });

  it('has another hash for a function whose text changed, also for its rights alone', () => {
    const f = 'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ $$;';
    const texts = [f, f.replace('$$ $$', '$$ SELECT $$'), `${f} REVOKE ALL ON FUNCTION f() FROM PUBLIC;`];
    expect(new Set(texts.map((sql) => schemaStatements(sql).functions[0]?.sha256)).size).toBe(3);
  });
});
