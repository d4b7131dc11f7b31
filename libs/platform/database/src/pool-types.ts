import { types } from 'pg';

/** PostgreSQL's `bigint`, whose values here (bytes, counts) stay far below 2⁵³. */
const INT8 = types.builtins.INT8;

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  // A calendar day stays the text `YYYY-MM-DD`: as a JavaScript date it would shift with the machine's time zone.
  [types.builtins.DATE]: (day) => day,
  [types.builtins.TIMESTAMPTZ]: (instant) => new Date(instant).toISOString(),
  [INT8]: Number,
};

/** How the application's connections read values, in place of the driver's own way. Other users of the driver keep theirs. */
export const POOL_TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    PARSERS[oid] ?? types.getTypeParser(oid, format as 'text'),
};
