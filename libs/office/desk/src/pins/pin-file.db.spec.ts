import type { Actor } from '@patravali/authorization';
import { INBOX_ORDERS, type InboxQuery, PageQuery } from '@patravali/contract';
import { FileHistory } from '@patravali/files';
import { ForwardFile, ParkFile, PullBackFile, TakeUpFile } from '@patravali/movement';
import { useApplicationClient } from '../../../../../test/support/database/application-client';
import { isSoughtAlongDesk, tablesReadBy } from '../../../../../test/support/database/plan-of';
import { everyPage } from '../../../../../test/support/office/every-page';
import { writeManyFiles } from '../../../../../test/support/office/large-office';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { FileBoxes } from '../boxes/file-boxes';
import { PinFile } from './pin-file';

const PAGE = PageQuery.parse({});
const office = useOffice({ holds: 'section' });
const [aso, so] = [() => office().at('ASO'), () => office().at('SO')];

const pin = (by: Actor, fileId: string) => office().get(PinFile).execute(by, fileId);
const unpin = (by: Actor, fileId: string) => office().get(PinFile).undo(by, fileId);
const whole = (by: Actor, query: Partial<InboxQuery> = {}, limit = 50) =>
  everyPage(limit, (page) =>
    office()
      .get(FileBoxes)
      .inbox(by, { order: 'newest', ...query, ...page, limit }),
  );
const pinned = async (by: Actor) => (await whole(by)).filter((file) => file.pinned).map(({ id }) => id);
const send = (by: Actor, fileId: string, to: Actor) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, ...WORDS });
const newFile = async (by: Actor) => (await office().newFile(by)).fileId;

describe('a file that is pinned', () => {
  it('stands above all others, also above what is late, in every order, however many rows a page has', async () => {
    const by = await office().actor({ marking: 'AO(PIN)', roles: ['officer'] });
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.push(await newFile(by));
    // All but the third are late.
    await office().rows(
      'UPDATE file_custody SET due_on = india_today() + CASE WHEN file_id = $2 THEN 2 ELSE -3 END WHERE file_id = ANY ($1)',
      [ids, ids[2]],
    );
    const before = new Map<string, string[]>();
    for (const order of INBOX_ORDERS)
      before.set(
        order,
        (await whole(by, { order })).map(({ id }) => id),
      );
    const [one, other] = [ids[2] ?? '', ids[4] ?? ''];
    for (const id of [one, other]) await pin(by, id);
    for (const order of INBOX_ORDERS) {
      const unpinned = before.get(order) ?? [];
      const top = unpinned.filter((id) => id === one || id === other);
      const expected = [...top, ...unpinned.filter((id) => !top.includes(id))];
      for (const limit of [1, 2, 3, 50])
        expect([order, limit, (await whole(by, { order }, limit)).map(({ id }) => id)]).toEqual([
          order,
          limit,
          expected,
        ]);
    }
    expect((await whole(by)).map((file) => file.pinned)).toEqual([true, true, false, false, false, false, false]);
    expect(await whole(by, { late: true })).toHaveLength(6);
    await unpin(by, one);
    expect(await pinned(by)).toEqual([other]);
  });

  it('is pinned once, and lies there as before when the pin was taken off twice', async () => {
    const fileId = await newFile(so());
    const { version } = await pin(so(), fileId);
    expect(await pin(so(), fileId)).toEqual({ id: fileId, version });
    expect(await pinned(so())).toEqual([fileId]);
    await unpin(so(), fileId);
    expect(await unpin(so(), fileId)).toEqual({ id: fileId, version });
    expect(await pinned(so())).toEqual([]);
  });

  it('is so for its desk: the record of the file does not tell of it, that of the person does', async () => {
    const fileId = await newFile(so());
    await pin(so(), fileId);
    await unpin(so(), fileId);
    const { items } = await office().get(FileHistory).execute(so(), fileId, PAGE);
    expect(items.map(({ name }) => name)).toEqual(['file.created']);
    expect(
      await office().rows('SELECT name, subject_id FROM event WHERE related_id = $1 ORDER BY sequence', [fileId]),
    ).toEqual(['user.file_pinned', 'user.file_unpinned'].map((name) => ({ name, subject_id: so().userId })));
  });

  it('is not pinned any more when it leaves the desk, also if it comes back', async () => {
    const fileId = await newFile(aso());
    await pin(aso(), fileId);
    await send(aso(), fileId, so());
    expect([await pinned(aso()), await pinned(so())]).toEqual([[], []]);
    await office().get(PullBackFile).execute(aso(), fileId, {});
    expect(await pinned(aso())).toEqual([]);
    await pin(aso(), fileId);
    expect(await pinned(aso())).toEqual([fileId]);
  });

  it('is not pinned any more when it is set aside', async () => {
    const fileId = await newFile(so());
    await pin(so(), fileId);
    await office().get(ParkFile).execute(so(), fileId, { until: null, event: 'reply_received' });
    await expect(pin(so(), fileId)).rejects.toMatchObject({ code: 'file-parked' });
    await office().get(TakeUpFile).execute(so(), fileId);
    expect(await pinned(so())).toEqual([]);
  });

  it('may be pinned by nobody but its holder: not by who sent it, nor by an assistant', async () => {
    const fileId = await newFile(aso());
    await send(aso(), fileId, so());
    await expect(pin(aso(), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(unpin(aso(), fileId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(pin(office().at('CLERK'), fileId)).rejects.toMatchObject({ code: 'not-found' });
    const assistant = await office().assistantOf(so());
    await expect(pin(assistant, fileId)).rejects.toMatchObject({ code: 'not-for-assistants' });
    expect(await office().rows('SELECT FROM desk_pin WHERE file_id = $1', [fileId])).toEqual([]);
  });
});

describe('a desk on which a thousand files lie and some are pinned', () => {
  const [LIMIT, PINS] = [50, 60];
  const { connect, client } = useApplicationClient();
  const many = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(many(), 3000);
    await many().rows(
      `INSERT INTO desk_pin (organisation_id, post_id, file_id)
       SELECT organisation_id, holder_post_id, file_id FROM file_custody WHERE state = 'on_desk' ORDER BY file_id LIMIT ${PINS}`,
    );
    await many().rows(`UPDATE file_custody SET due_on = india_today() + 30 WHERE state = 'on_desk'`);
    await many().rows('VACUUM (ANALYZE) file_custody, desk_pin');
    await connect(many().config.databaseUrl);
  }, 60_000);

  it.each(INBOX_ORDERS)('is read along an index, page by page: %s', async (order) => {
    const reads: string[] = [];
    const boxes = new FileBoxes({
      query: async (sql: string, values: unknown[]) => {
        for (const [table, { rows, scanned }] of await tablesReadBy(client(), sql, values)) {
          // What is pinned is read by itself, and passed by among the others. Of a few pins in one block the whole block is read.
          if (table === 'desk_pin') continue;
          const isMore = rows > LIMIT + 1 + 2 * PINS && !isSoughtAlongDesk(table, order);
          if (scanned || isMore) reads.push(`${rows} rows of ${table}`);
        }
        return await many().manager.query<object[]>(sql, values);
      },
    } as never);
    let cursor: string | undefined;
    for (let page = 0; page < 3; page++) {
      const { items, next } = await boxes.inbox(many().at('DS'), { limit: LIMIT, order, cursor });
      expect(items.map((file) => file.pinned)).toEqual(items.map((_, index) => page * LIMIT + index < PINS));
      cursor = next ?? undefined;
    }
    expect(reads).toEqual([]);
  });
});
