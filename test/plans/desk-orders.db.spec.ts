import { INBOX_ORDERS, PageQuery } from '@patravali/contract';
import { FileBoxes } from '@patravali/desk';
import { useApplicationClient } from '../support/database/application-client';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import { isSoughtAlongDesk, readOf, watched } from '../support/database/plan-of';

const FILES = 30_000;
const LIMIT = 50;

describe('the inbox of a desk on which ten thousand files lie', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(office(), FILES);
    await office().rows(
      `UPDATE file_custody SET due_on = india_today() + (version + abs(hashtext(file_id::text)) % 90),
         urgency = (ARRAY['vip', 'priority', 'ordinary'])[1 + abs(hashtext(file_id::text)) % 3] WHERE state = 'on_desk'`,
    );
    await office().rows('VACUUM (ANALYZE) file_custody');
    await connect(office().config.databaseUrl);
  }, 120_000);

  it.each(INBOX_ORDERS)('reads a page along an index, at any depth: %s', async (order) => {
    const reads: string[] = [];
    const manager = watched(office().manager, client(), (table, read) => {
      if (read.scanned || (read.rows > LIMIT + 1 && !isSoughtAlongDesk(table, order))) reads.push(readOf(table, read));
    });
    const asked = new FileBoxes(manager);
    const query = { ...PageQuery.parse({ limit: LIMIT }), order };
    let { next } = await asked.inbox(office().at('DS'), query);
    for (let page = 0; page < 3; page++) {
      expect(next).not.toBeNull();
      ({ next } = await asked.inbox(office().at('DS'), { ...query, cursor: next ?? '' }));
    }
    expect(reads).toEqual([]);
  });
});
