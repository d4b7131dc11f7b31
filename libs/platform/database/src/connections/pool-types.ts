import { types } from 'pg';

type TypeId = Parameters<typeof types.getTypeParser>[0];

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  // A calendar day stays the text `YYYY-MM-DD`: as a JavaScript date it would shift with the machine's time zone.
  [types.builtins.DATE]: (day) => day,
  [types.builtins.TIMESTAMPTZ]: (instant) => new Date(instant).toISOString(),
  // Bytes and counts, which here stay far below 2⁵³.
  [types.builtins.INT8]: Number,
};

/** How the application's connections read values, in place of the driver's own way. Other users of the driver keep theirs. */
export const POOL_TYPES = {
  getTypeParser: (oid: TypeId, format?: 'text' | 'binary'): unknown => PARSERS[oid] ?? types.getTypeParser(oid, format),
};
