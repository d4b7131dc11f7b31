import { APPLICATION_ROLE } from '@patravali/database';
import type { DataSource } from 'typeorm';

/** The owner of the database may not make the application's role, or not act as it. */
export class RoleOutOfReach extends Error {
  /** @param sql what an administrator of the database server must run. */
  constructor(readonly sql: string) {
    super(`The owner of the database needs the role ${APPLICATION_ROLE}: ${sql}`);
    this.name = 'RoleOutOfReach';
  }
}

interface Reach {
  readonly owner: string;
  readonly known: boolean;
  readonly member: boolean;
}

/**
 * Makes the application's role if the server does not know it, and lets the owner act as it. A database that was restored
 * on another server comes without its roles.
 * @throws RoleOutOfReach
 */
export async function prepareApplicationRole(owner: DataSource): Promise<void> {
  const reach = await reachOf(owner);
  try {
    if (!reach.known) await owner.query(MAKE);
    if (!reach.member) await owner.query(`GRANT ${APPLICATION_ROLE} TO CURRENT_USER`);
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw outOfReach(reach);
    throw error;
  }
}

async function reachOf(owner: DataSource): Promise<Reach> {
  const [reach] = await owner.query<Reach[]>(`
    SELECT current_user AS owner, r.oid IS NOT NULL AS known,
      COALESCE(pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END), false) AS member
    FROM pg_roles me LEFT JOIN pg_roles r ON r.rolname = '${APPLICATION_ROLE}' WHERE me.rolname = current_user`);
  if (!reach) throw new Error('The owner of the database is no role');
  return reach;
}

/** Two offices on one server may start at once. */
const MAKE = `DO $$ BEGIN
  CREATE ROLE ${APPLICATION_ROLE} NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

function outOfReach({ owner, known }: Reach): RoleOutOfReach {
  const name = `"${owner.replaceAll('"', '""')}"`;
  return new RoleOutOfReach(
    [
      ...(known ? [] : [`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN;`]),
      `GRANT ${APPLICATION_ROLE} TO ${name} WITH ADMIN OPTION;`,
    ].join('\n'),
  );
}
