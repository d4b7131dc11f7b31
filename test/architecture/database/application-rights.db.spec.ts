import { APPLICATION_RIGHTS, type Rights } from '@patravali/schema';
import { useOwner } from '../../support/database/owner';

interface Granted {
  readonly table: string;
  readonly privilege: string;
  readonly columns: string[];
}

describe('the rights of the application', () => {
  const owner = useOwner();

  it('are those of the list in libs/schema/src/application-rights.ts, for every table', async () => {
    const { rows: tables } = await owner().client.query<{ name: string; columns: string[] }>(COLUMNS);
    const { rows: granted } = await owner().client.query<Granted>(GRANTED);
    const declared = tables.flatMap(({ name, columns }) => inWords(name, APPLICATION_RIGHTS[name], columns));
    expect(granted.map(({ table, privilege, columns }) => `${table} ${privilege} ${columns.join()}`).sort()).toEqual(
      declared.sort(),
    );
    expect(Object.keys(APPLICATION_RIGHTS).sort()).toEqual(tables.map(({ name }) => name).sort());
  });
});

function inWords(table: string, rights: Rights | undefined, columns: readonly string[]): string[] {
  if (!rights) return [`${table} is not in the list`];
  const { insert, update = [], delete: deleting } = rights;
  const changeable =
    update === 'all'
      ? columns
      : columns.filter((name) => ('but' in update ? !update.but.includes(name) : update.includes(name)));
  const insertable = typeof insert === 'object' ? columns.filter((name) => !insert.but.includes(name)) : columns;
  return [
    `${table} SELECT ${columns.join()}`,
    ...(insert ? [`${table} INSERT ${insertable.join()}`] : []),
    ...(changeable.length > 0 ? [`${table} UPDATE ${changeable.join()}`] : []),
    ...(deleting ? [`${table} DELETE `] : []),
  ];
}

const COLUMNS = `
  SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name COLLATE "C") AS columns
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' GROUP BY 1`;

const GRANTED = `
  SELECT table_name AS table, privilege_type AS privilege, array_agg(column_name::text ORDER BY column_name COLLATE "C") AS columns
  FROM information_schema.role_column_grants WHERE grantee = 'patravali_app' AND table_schema = 'public' GROUP BY 1, 2
  UNION ALL
  SELECT table_name, privilege_type, '{}' FROM information_schema.role_table_grants
  WHERE grantee = 'patravali_app' AND table_schema = 'public' AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE')`;
