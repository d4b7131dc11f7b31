import { INBOX_ORDERS, type InboxQuery, PageQuery, URGENCIES } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { everyPage } from '../../../../../test/support/office/every-page';
import { FileBoxes } from './file-boxes';

const office = useOffice({ holds: 'section' });
const FILES = 24;
const inbox = (query: Partial<InboxQuery>) =>
  office()
    .get(FileBoxes)
    .inbox(office().at('US'), { ...PageQuery.parse({}), order: 'newest', ...query });
const whole = (query: Partial<InboxQuery>, limit = 50) =>
  everyPage(limit, (page) => inbox({ ...query, ...page, limit }));

describe('the orders of an inbox', () => {
  /** Four senders, five urgencies, six due days or none, and every other file came at one moment. */
  beforeAll(async () => {
    const senders = [office().at('SO'), office().at('DS'), office().at('OTHER')];
    for (let n = 0; n < FILES; n++) {
      const sender = senders[n % 4];
      const { fileId } = await office().newFile(sender ?? office().at('US'));
      const urgency = URGENCIES[n % 5];
      if (sender)
        await office()
          .get(ForwardFile)
          .execute(sender, fileId, { toPostId: office().at('US').postId, ...WORDS });
      await office().rows(
        `UPDATE file_custody SET urgency = $2, due_on = india_today() + $3::int,
           since = TIMESTAMPTZ '2026-01-05T10:00:00.123456Z' + ($4::int / 2) * INTERVAL '1 microsecond' WHERE file_id = $1`,
        [fileId, urgency, n % 7 === 6 ? null : (n % 7) - 2, n],
      );
    }
    await office().rows(
      `UPDATE file_custody SET returned = file_id IN (SELECT file_id FROM file_custody ORDER BY file_id LIMIT 5),
         decision = CASE WHEN urgency = 'vip' THEN 'approved' WHEN urgency = 'priority' THEN 'not_approved' END`,
    );
  });

  it('put the most urgent first, and of one urgency the longest there', async () => {
    const rows = await whole({ order: 'urgency' }, 5);
    expect(rows).toHaveLength(FILES);
    const places = rows.map(({ urgency }) => [...URGENCIES].reverse().indexOf(urgency));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    for (const urgency of URGENCIES) {
      const since = rows.filter((row) => row.urgency === urgency).map((row) => row.since);
      expect(since).toEqual([...since].sort());
    }
  });

  it('put together what one post sent, and what was opened here among it', async () => {
    const rows = await whole({ order: 'sender' }, 5);
    expect(rows).toHaveLength(FILES);
    const senders = rows.map(({ from }) => from ?? office().at('US').postId);
    expect(senders).toEqual([...senders].sort());
    expect(new Set(senders).size).toBe(4);
  });

  it.each(INBOX_ORDERS)('are the same however many rows a page has: %s', async (order) => {
    const all = (await whole({ order })).map(({ id }) => id);
    for (const limit of [1, 2, 3, 7, 23])
      expect([limit, (await whole({ order }, limit)).map(({ id }) => id)]).toEqual([limit, all]);
  });

  it.each([
    ['returned', { returned: true }, ({ returned }) => returned],
    ['decided', { decision: 'any' }, ({ decision }) => decision !== null],
    ['approved', { decision: 'approved' }, ({ decision }) => decision === 'approved'],
    ['of one urgency', { urgency: 'vip' }, ({ urgency }) => urgency === 'vip'],
  ] satisfies [string, Partial<InboxQuery>, (row: Row) => boolean][])(
    'show what is %s, and nothing else',
    async (_, query, fits) => {
      const all = await whole({});
      const shown = await whole(query);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThan(all.length);
      expect(shown).toEqual(all.filter(fits));
    },
  );

  it('show what came from a post, or from a unit; what was opened here comes from here', async () => {
    const all = await whole({});
    for (const marking of ['SO', 'DS', 'OTHER', 'US'] as const) {
      const { postId } = office().at(marking);
      const own = all.filter(({ from }) => (from ?? office().at('US').postId) === postId);
      expect(own.length).toBeGreaterThan(0);
      expect([marking, await whole({ from: postId })]).toEqual([marking, own]);
    }
    const { unitId } = office().at('OTHER').post;
    expect(await whole({ fromUnit: unitId })).toEqual(all.filter(({ from }) => from === office().at('OTHER').postId));
    expect(await whole({ fromUnit: office().id })).toEqual([]);
  });

  it.each(INBOX_ORDERS)('show no row twice, and all that stay, while others leave: %s', async (order) => {
    const before = (await whole({ order })).map(({ id }) => id);
    const first = await inbox({ order, limit: 3 });
    const gone = [before[1], before[4]];
    for (const id of gone)
      await office()
        .get(ForwardFile)
        .execute(office().at('US'), id ?? '', { toPostId: office().at('DS').postId, ...WORDS });
    const rest: string[] = [];
    for (let cursor = first.next; cursor !== null;) {
      const { items, next } = await inbox({ order, limit: 3, cursor });
      rest.push(...items.map(({ id }) => id));
      cursor = next;
    }
    expect(rest).toEqual(before.slice(3).filter((id) => !gone.includes(id)));
  });
});

type Row = Awaited<ReturnType<typeof inbox>>['items'][number];
