import type { InboxOrder } from '@patravali/contract';
import { PLANNED_EACH_TIME } from '@patravali/database';
import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';

/** What one statement did to one table. */
export interface TableRead {
  rows: number;
  /** From end to end. */
  scanned: boolean;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

/**
 * Runs the statement as the application does when it has sent it before: with a plan that was made for any values, unless
 * it asks for another one each time. Answers how many rows of each table were read, whether the statement used them or not.
 */
export async function tablesReadBy(
  client: Client,
  sql: string,
  values: readonly unknown[],
): Promise<Map<string, TableRead>> {
  const plan = sql.startsWith(PLANNED_EACH_TIME) ? 'custom' : 'generic';
  await client.query(`SET plan_cache_mode = force_${plan}_plan`);
  await client.query(`PREPARE asked AS ${sql}`);
  try {
    const literals = values.map((value) => (value === null ? 'NULL' : client.escapeLiteral(textOf(value)))).join(', ');
    const asked = values.length > 0 ? `asked (${literals})` : 'asked';
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE ${asked}`,
    );
    const read = new Map<string, TableRead>();
    for (const { Plan } of rows.flatMap((row) => row['QUERY PLAN'])) collect(Plan, read);
    return read;
  } finally {
    await client.query('DEALLOCATE asked; RESET plan_cache_mode');
  }
}

/** Answers as the office does, and says first what each statement reads of which table. */
export function watched(
  manager: EntityManager,
  client: Client,
  say: (table: string, read: TableRead) => void,
): EntityManager {
  const queries: Pick<EntityManager, 'query'> = {
    query: async <Answer>(sql: string, values: unknown[] = []) => {
      for (const [table, read] of await tablesReadBy(client, sql, values)) say(table, read);
      return await manager.query<Answer>(sql, values);
    },
  };
  return queries as EntityManager;
}

export const readOf = (table: string, { rows, scanned }: TableRead): string =>
  `${String(rows)} rows of ${table}${scanned ? ', scanned' : ''}`;

function collect(node: Node, read: Map<string, TableRead>): void {
  const table = node['Relation Name'];
  // A part of the plan that was never begun has read nothing.
  if (table !== undefined && node['Actual Loops'] > 0) {
    const { rows, scanned } = read.get(table) ?? { rows: 0, scanned: false };
    const each = [node['Actual Rows'], node['Rows Removed by Filter'] ?? 0, node['Rows Removed by Index Recheck'] ?? 0];
    const sum = each.reduce((total, one) => total + one * node['Actual Loops'], rows);
    read.set(table, { rows: sum, scanned: scanned || node['Node Type'] === 'Seq Scan' });
  }
  for (const below of node.Plans ?? []) collect(below, read);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? `{${value.map((each) => JSON.stringify(String(each))).join()}}` : String(value);
}

/** In the order `late` what keeps waiting is sought among the narrow rows of the desk, along an index; nothing is looked up for it. */
export const isSoughtAlongDesk = (table: string, order: InboxOrder): boolean =>
  order === 'late' && table === 'desk_entry';
