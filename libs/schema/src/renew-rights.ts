import { APPLICATION_ROLE } from '@patravali/database';
import type { DataSource, EntityManager } from 'typeorm';
import { APPLICATION_RIGHTS, type Rights } from './application-rights';

/** Grants the application's role what it may do in the office's tables and in the job queue's. */
export async function renewRights(owner: DataSource): Promise<void> {
  await owner.transaction(async (manager) => {
    const columns = await columnsByTable(manager);
    const grants = Object.entries(APPLICATION_RIGHTS).map(([table, rights]) =>
      grantOn(table, rights, columns.get(table) ?? []),
    );
    await manager.query([`GRANT USAGE ON SCHEMA public TO ${APPLICATION_ROLE}`, ...grants, ON_JOBS].join(';\n'));
  });
}

async function columnsByTable(manager: EntityManager): Promise<Map<string, string[]>> {
  const rows = await manager.query<{ table: string; columns: string[] }[]>(`
    SELECT table_name AS table, array_agg(column_name::text) AS columns
    FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name`);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

function grantOn(table: string, rights: Rights, columns: readonly string[]): string {
  return `GRANT ${privileges(rights, columns).join(', ')} ON ${table} TO ${APPLICATION_ROLE}`;
}

function privileges({ insert, update, delete: deleting }: Rights, columns: readonly string[]): string[] {
  return [
    'SELECT',
    ...(insert === true ? ['INSERT'] : insert ? [`INSERT (${changeable(insert, columns).join(', ')})`] : []),
    ...(update === 'all' ? ['UPDATE'] : update ? [`UPDATE (${changeable(update, columns).join(', ')})`] : []),
    ...(deleting ? ['DELETE'] : []),
  ];
}

function changeable(update: Exclude<Rights['update'], 'all' | undefined>, columns: readonly string[]): string[] {
  return 'but' in update ? columns.filter((name) => !update.but.includes(name)) : [...update];
}

const ON_JOBS = `
  GRANT USAGE ON SCHEMA pgboss TO ${APPLICATION_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${APPLICATION_ROLE};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APPLICATION_ROLE};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${APPLICATION_ROLE}`;
