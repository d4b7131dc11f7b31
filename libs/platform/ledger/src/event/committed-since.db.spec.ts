import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { eventsSince, HERE } from '@patravali/ledger';
import { useOwner } from '../../../../../test/support/database/owner';

const READ = ({ source, where } = eventsSince({ snapshot: '$1', at: '$2' })) =>
  `SELECT ${HERE.snapshot} AS snapshot, ${HERE.at} AS at, ARRAY(SELECT e.id FROM ${source} WHERE ${where}) AS ids`;

interface Look {
  readonly snapshot: string;
  readonly at: string;
  readonly ids: string[];
}

describe('what was committed since a look', () => {
  let reader: Client;
  const clients: Client[] = [];
  const connect = async () => {
    const client = new Client({ connectionString: owner().database.ownerUrl });
    await client.connect();
    clients.push(client);
    return client;
  };
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => Promise.all(clients.map((client) => client.end())));
  const owner = useOwner();
  beforeAll(async () => {
    reader = await connect();
  });

  const look = async ({ snapshot, at }: Pick<Look, 'snapshot' | 'at'>): Promise<Look> => {
    const { rows } = await reader.query<Look>(READ(), [snapshot, at]);
    return rows[0] ?? { snapshot, at, ids: [] };
  };
  const now = async () => {
    const { rows } = await reader.query<Look>(
      `SELECT ${HERE.snapshot} AS snapshot, ${HERE.at} AS at, '{}'::uuid[] AS ids`,
    );
    return rows[0] ?? { snapshot: '', at: '', ids: [] };
  };
  const write = async (client: Client, id = uuidv7()) => {
    await client.query(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data)
       VALUES ($1, $2, 'organisation', $3, 1, 'organisation.changed', '{}')`,
      [id, ORGANISATION, randomUUID()],
    );
    return id;
  };
  const ORGANISATION = randomUUID();
  beforeAll(async () => {
    await reader.query(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ($1, 'क', 'k', '', '')`,
      [ORGANISATION],
    );
  });

  it('is found once, also what was begun first and committed last', async () => {
    const [slow, quick] = [await connect(), await connect()];
    let place = await now();
    await slow.query('BEGIN');
    const first = await write(slow);
    const second = await write(quick);
    place = await look(place);
    expect(place.ids).toEqual([second]);
    const third = await write(quick);
    place = await look(place);
    expect(place.ids).toEqual([third]);
    await slow.query('COMMIT');
    place = await look(place);
    expect(place.ids).toEqual([first]);
    expect((await look(place)).ids).toEqual([]);
  });

  it('does not hold what was rolled back, and is not stopped by it', async () => {
    const client = await connect();
    const place = await now();
    await client.query('BEGIN');
    await write(client);
    await client.query('ROLLBACK');
    const after = await write(client);
    expect((await look(place)).ids).toEqual([after]);
  });

  it('bears ids from clocks that differ by a minute', async () => {
    const place = await now();
    const early = await write(reader, uuidv7({ msecs: Date.now() - 60_000 }));
    const late = await write(reader, uuidv7({ msecs: Date.now() + 60_000 }));
    const next = await look(place);
    expect(next.ids.sort()).toEqual([early, late].sort());
    expect((await look(next)).ids).toEqual([]);
  });

  it('is all of the last minutes when the place is of another database, which was ahead of this one', async () => {
    const id = await write(reader);
    const { at } = await now();
    const next = await look({ snapshot: '99999999:99999999:', at });
    expect(next.ids).toContain(id);
    expect((await look(next)).ids).toEqual([]);
  });

  it('is found once each by two readers while ten writers write at random', async () => {
    const writers = await Promise.all(Array.from({ length: 10 }, connect));
    const written: string[] = [];
    const found: string[][] = [[], []];
    let over = false;
    const start = await now();
    const readers = found.map(async (ids) => {
      let place: Look = start;
      for (;;) {
        const last = over;
        place = await look(place);
        ids.push(...place.ids);
        if (last) return;
      }
    });
    await Promise.all(
      writers.map(async (client) => {
        for (let turn = 0; turn < 40; turn++) {
          await client.query('BEGIN');
          const id = await write(client);
          await client.query('SELECT pg_sleep($1)', [Math.random() * 0.01]);
          const stays = Math.random() < 0.8;
          await client.query(stays ? 'COMMIT' : 'ROLLBACK');
          if (stays) written.push(id);
        }
      }),
    );
    over = true;
    await Promise.all(readers);
    for (const ids of found) expect(ids.sort()).toEqual([...written].sort());
  });
});
