import { Instant } from '@patravali/contract';
import { z } from 'zod';
import { isoInstant, projection } from './projection';

const ROW = z.object({ id: z.string(), at: Instant, openedAt: Instant.nullable(), action: z.string().nullable() });
const PAPER = projection(ROW, { id: 'p.id', at: 'p.at', openedAt: 'p.opened_at', action: 'p.action' });

describe('a row of the contract, as a statement reads it', () => {
  it('is a list of columns with the names of its fields', () => {
    expect(PAPER.columns).toBe('p.id AS "id", p.at AS "at", p.opened_at AS "openedAt", p.action AS "action"');
    expect(PAPER.row).toBe(ROW);
    expect(PAPER.expressions.openedAt).toBe('p.opened_at');
  });

  it('is one JSON value in which instants alone, present or missing, are written as the contract has them', () => {
    expect(PAPER.json).toBe(
      `json_build_object('id', p.id, 'at', ${isoInstant('p.at')}, ` +
        `'openedAt', ${isoInstant('p.opened_at')}, 'action', p.action)`,
    );
    expect(isoInstant('p.at')).toBe(`to_char((p.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  });

  it('takes further fields after its own', () => {
    const longer = PAPER.with({ pages: z.int() }, { pages: 'p.pages' });
    expect(longer.columns).toBe(`${PAPER.columns}, p.pages AS "pages"`);
    expect(longer.json).toContain(`'pages', p.pages)`);
    expect(Object.keys(longer.row.shape)).toEqual(['id', 'at', 'openedAt', 'action', 'pages']);
  });
});
