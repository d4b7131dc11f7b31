import { INBOX_ORDERS, type InboxQuery, PageQuery } from '@patravali/contract';
import { DeskCountsQuery } from '@patravali/desk';
import { CloseFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { FileBoxes } from './file-boxes';

const PAGE = PageQuery.parse({});
const LIMITS = [1, 2, 3, 5, 6];
const BOXES = ['sent', 'created', 'closed'] as const;

describe('the days of a desk', () => {
  const office = useOffice({ holds: 'section' });
  const [inbox, counts] = [
    (query: Partial<InboxQuery>) =>
      office()
        .get(FileBoxes)
        .inbox(office().at('US'), { ...PAGE, order: 'newest', ...query }),
    () => office().get(DeskCountsQuery).execute(office().at('US')),
  ];
  let fileId: string;
  beforeAll(async () => ({ fileId } = await office().newFile(office().at('US'))));

  it.each([
    ['nothing', null, false, false],
    ['long ago', -400, true, false],
    ['yesterday', -1, true, false],
    ['today', 0, false, true],
    ['in six days', 6, false, true],
    ['in seven days', 7, false, false],
  ])('say of what is due %s whether it is late, and whether it is due this week', async (_, days, late, week) => {
    await office().rows('UPDATE file_custody SET due_on = india_today() + $2::int WHERE file_id = $1', [fileId, days]);
    expect((await inbox({ late: true })).items).toHaveLength(Number(late));
    expect((await inbox({ dueThisWeek: true })).items).toHaveLength(Number(week));
    expect((await inbox({ late: true, dueThisWeek: true })).items).toEqual([]);
    expect((await inbox({ order: 'due' })).items).toHaveLength(days === null ? 0 : 1);
    expect(await counts()).toMatchObject({ inbox: 1, late: Number(late), dueThisWeek: Number(week) });
  });
});

describe('the boxes of a desk', () => {
  const office = useOffice({ holds: 'section' });
  const boxes = () => office().get(FileBoxes);
  let [held, sent, closed]: [string[], string[], string[]] = [[], [], []];

  /** Six files, made one after the other. */
  const six = async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) ids.push((await office().newFile(office().at('SO'))).fileId);
    return ids;
  };
  beforeAll(async () => {
    const [so, us] = [office().at('SO'), office().at('US')];
    [held, sent, closed] = [await six(), await six(), await six()];
    for (const id of sent) {
      const request = { toPostId: us.postId, action: 'for_orders', ...WORDS } as const;
      await office().get(ForwardFile).execute(so, id, request);
    }
    for (const id of closed) {
      await office().get(CloseFile).execute(so, id, { reason: 'निस्तारित', confirmNote: false });
    }
    // All that lists are ordered by is the same for all of a box, so that only the ids tell them apart.
    await office().rows(
      `UPDATE file_custody SET since = '2026-01-05T10:00:00.123456Z', due_on = CASE WHEN state = 'on_desk' THEN '2026-01-31'::date END`,
    );
    await office().rows(`UPDATE file_sent SET sent_at = '2026-01-05T10:00:00.123456Z'`);
  });
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);

  it.each(INBOX_ORDERS)(
    'lose and repeat no file between pages, though all have one key: the inbox, %s first',
    async (order) => {
      const expected = order === 'newest' ? [...held].reverse() : held;
      for (const limit of LIMITS) {
        const pages = everyPage(limit, (query) => boxes().inbox(office().at('SO'), { order, ...query }));
        expect([limit, await ids(pages)]).toEqual([limit, expected]);
      }
    },
  );

  it.each(BOXES)('lose and repeat no file between pages, though all have one key: %s', async (box) => {
    const expected = { sent, closed, created: [...held, ...sent, ...closed] }[box];
    for (const limit of LIMITS) {
      const pages = everyPage(limit, (query) => boxes()[box](office().at('SO'), query));
      expect([limit, await ids(pages)]).toEqual([limit, [...expected].reverse()]);
    }
  });

  it('are empty for everybody else', async () => {
    for (const marking of ['OTHER', 'AUDIT', 'DS', 'DISPATCH'] as const) {
      const stranger = office().at(marking);
      expect(await boxes().inbox(stranger, { ...PAGE, order: 'newest' })).toEqual({ items: [], next: null });
      for (const box of BOXES) expect(await boxes()[box](stranger, PAGE)).toEqual({ items: [], next: null });
      const nothing = {
        inbox: 0,
        unread: 0,
        late: 0,
        dueThisWeek: 0,
        receipts: 0,
        unreadReceipts: 0,
        unseenCopies: 0,
        drafts: 0,
      };
      expect(await office().get(DeskCountsQuery).execute(stranger)).toEqual({
        ...nothing,
        toDispatch: 0,
        toSign: 0,
        stuck: 0,
        discussions: 0,
        questions: 0,
        backFromParking: 0,
        parked: 0,
        followUp: 0,
        followUpNews: 0,
        callBook: 0,
        reviewsOverdue: 0,
      });
    }
  });
});
