/** Writes the first row again, with a change. */
export function again(table: string, change: object): string {
  return `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '${JSON.stringify(change)}')).* FROM ${table} r LIMIT 1`;
}

/** Stopped by the end of the transaction: two statements may make one change. */
export function atTheEnd(name: string, table: string, ...statements: readonly string[]) {
  return { [name]: { table, statements: statements.map((each) => `${each}; SET CONSTRAINTS ${name} IMMEDIATE`) } };
}

export function upwards(table: string, name: string, counts: readonly string[]) {
  return { [name]: { table, statements: counts.map((count) => `UPDATE ${table} SET ${count} = ${count} - 1`) } };
}

export function final(table: string, more: readonly string[] = [], column = 'id') {
  return {
    [`${table}_is_final`]: {
      table,
      statements: [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, ...more],
    },
    [`${table}_is_not_truncated`]: { table, as: `${table}_is_final`, statements: [`TRUNCATE ${table} CASCADE`] },
  };
}
