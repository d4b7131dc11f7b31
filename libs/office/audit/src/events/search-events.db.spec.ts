import type { Actor } from '@patravali/authorization';
import { SearchEvents as Query } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { LinkFile } from '@patravali/files';
import { ForwardFile, OpenFile, ReturnFile } from '@patravali/movement';
import { AddNote } from '@patravali/notes';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { SearchEvents } from './search-events';

const office = useOffice({ holds: 'section' });

describe('the events that an auditor looks for', () => {
  let auditor: Actor;
  let aso: Actor;
  let so: Actor;
  let own: { fileId: string; number: string };
  let others: { fileId: string; number: string };
  let secret: { fileId: string; number: string };
  let diaryNumber: string;
  beforeAll(async () => {
    auditor = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    [aso, so] = [office().at('ASO'), office().at('SO')];
    own = await office().newFile(aso);
    others = await office().newFile(office().at('CLERK'));
    secret = await office().newFile(so, { grading: 'confidential' });
    await office()
      .get(ForwardFile)
      .execute(aso, own.fileId, { toPostId: so.postId, ...WORDS });
    await office().get(OpenFile).execute(so, own.fileId);
    await office().get(ReturnFile).execute(so, own.fileId, { reason: 'आख्या संलग्न करें', confirmNote: false });
    const letter = {
      subject: 'पत्र',
      senderName: 'ग्राम प्रधान',
      receivedOn: '2026-01-05',
      enclosures: 0,
      deliveryMode: 'post',
      language: 'hi',
      grading: 'normal',
      urgency: 'ordinary',
    } as const;
    const documentId = await office().newDocument(aso);
    diaryNumber = (
      await office()
        .get(CreateReceipt)
        .execute(aso, { documentId, ...letter })
    ).diaryNumber;
  });

  const found = (query: Partial<Query> = {}, by = auditor) =>
    everyPage(3, (page) =>
      office()
        .get(SearchEvents)
        .execute(by, { ...query, ...page }),
    );
  const names = async (query: Partial<Query>) => (await found(query)).map(({ name }) => name);
  const searches = () =>
    office().rows<{ data: Record<string, unknown>; post_id: string }>(
      `SELECT data, post_id FROM event WHERE name = 'user.searched_events' AND subject_id = $1 ORDER BY sequence`,
      [auditor.userId],
    );

  it('are of the normal files and letters of his units, the newest first', async () => {
    const events = await found();
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(new Set(events.map(({ of }) => of.number))).toEqual(new Set([own.number, diaryNumber]));
    expect(events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['file.created', 'file.forwarded', 'file.opened', 'file.returned', 'receipt.created']),
    );
  });

  it('are found by person, post, name, day and number', async () => {
    const [today] = await office().rows<{ day: string; before: string }>(
      'SELECT india_today()::text AS day, (india_today() - 1)::text AS before',
    );
    const [known] = await office().rows<{ username: string }>('SELECT username FROM office_user WHERE id = $1', [
      so.userId,
    ]);
    expect(await names({ person: so.name.en, name: 'file.returned' })).toEqual(['file.returned']);
    expect(await names({ person: so.name.hi.slice(0, 6), name: 'file.returned' })).toEqual(['file.returned']);
    expect(await names({ person: known?.username.toUpperCase() })).toEqual(await names({ postId: so.postId }));
    expect(await names({ postId: so.postId })).toEqual(expect.arrayContaining(['file.opened', 'file.returned']));
    expect(await names({ postId: so.postId })).not.toContain('file.created');
    expect(await names({ name: 'receipt.created' })).toEqual(['receipt.created']);
    expect(await names({ from: today?.day, to: today?.day })).toEqual(await names({}));
    expect(await names({ to: today?.before })).toEqual([]);
    expect(new Set((await found({ number: own.number })).map(({ of }) => of.id))).toEqual(new Set([own.fileId]));
    expect(await names({ number: diaryNumber })).toContain('receipt.created');
    expect(await names({ person: 'nobody at all' })).toEqual([]);
  });

  it('are found by the computer number, in digits of either kind', async () => {
    const [row] = await office().rows<{ n: string }>(
      'SELECT computer_number::text AS n FROM office_file WHERE id = $1',
      [own.fileId],
    );
    const typed = row?.n ?? '';
    const hindi = typed.replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit)));
    expect((await found({ number: typed })).map(({ of }) => of.id)).toContain(own.fileId);
    expect(await found({ number: hindi })).toEqual(await found({ number: typed }));
  });

  it('never are of a file of another unit or above normal, whatever he asks', async () => {
    for (const hidden of [others, secret]) expect(await found({ number: hidden.number })).toEqual([]);
    expect(await found({ postId: office().at('CLERK').postId })).toEqual([]);
  });

  it('tell nothing of a note in writing, nor of a link to a file that he may not read', async () => {
    const { fileId, number } = await office().newFile(aso);
    await office().get(AddNote).execute(aso, fileId, WORDS.note);
    await office()
      .get(ForwardFile)
      .execute(office().at('CLERK'), others.fileId, { toPostId: aso.postId, ...WORDS });
    await office().get(LinkFile).execute(aso, fileId, { otherFileId: others.fileId });
    expect(await names({ number })).toEqual(['file.created']);
  });

  it('are looked for on the record: by ids, never by what was typed', async () => {
    const before = (await searches()).length;
    await office()
      .get(SearchEvents)
      .execute(auditor, { person: so.name.en, number: own.number, limit: 1, from: '2026-01-01' });
    const [last] = (await searches()).slice(before);
    expect(last).toEqual({
      post_id: auditor.postId,
      data: { people: expect.arrayContaining([so.userId]) as unknown, things: [own.fileId], from: '2026-01-01' },
    });
    expect(JSON.stringify(last)).not.toContain(so.name.en);
    expect(await searches()).toHaveLength(before + 1);
  });

  it('are shown to nobody but an auditor, and no search is recorded then', async () => {
    await expect(found({}, so)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(
      await office().rows(`SELECT FROM event WHERE name = 'user.searched_events' AND user_id = $1`, [so.userId]),
    ).toEqual([]);
  });
});
