import type { Actor } from '@patravali/authorization';
import { FindFiles as FindFilesQuery } from '@patravali/contract';
import { CheckRecord, VerifyFile } from '@patravali/audit';
import { mayReadFile, custodyAs } from '@patravali/custody';
import { ReceiptViewQuery } from '@patravali/dak';
import { Parameters } from '@patravali/database';
import { ReadDocument } from '@patravali/documents';
import { FileViewQuery, FindFiles, FollowSuperiors } from '@patravali/files';
import { rulesFor } from '@patravali/foundation';
import { createActor, FindPerson } from '@patravali/identity';
import { FollowFile, ForwardFile, PullUpFile } from '@patravali/movement';
import { ChangePost } from '@patravali/organisation';
import { REASON, useEstablishment } from '../../../../../test/support/establishment/establishment';
import { withReceipts } from '../../../../../test/support/acts/sent-receipts';
import { WORDS } from '../../../../../test/support/office/words';

const { office, kept } = useEstablishment();
const NOT_FOUND = { code: 'not-found' };

/** The same person, as the next request finds him. */
const anew = async ({ userId, postId }: Actor): Promise<Actor> =>
  createActor(await office().get(FindPerson).execute(office().id, userId), postId, rulesFor);

const newOfficer = (superior?: Actor, level = 5) =>
  office().actor({ roles: ['officer', 'dealing_hand'], superior, level });

/** The administrator puts a post below another. */
const putBelow = async (post: Actor, superior: Actor | null) => {
  const [row] = await office().rows<{ level: number; version: number; marking: string; unit: string }>(
    'SELECT level, version, marking, unit_id AS unit FROM post WHERE id = $1',
    [post.postId],
  );
  if (!row) throw new Error('no such post');
  await office()
    .get(ChangePost)
    .execute(
      kept.administrator,
      post.postId,
      {
        marking: row.marking,
        markingHi: null,
        designation: post.post.designation,
        level: row.level,
        unitId: row.unit,
        superiorPostId: superior?.postId ?? null,
        roles: [...post.post.roles],
        auditedUnitIds: [],
        administeredUnitId: null,
        informationRole: null,
        phone: null,
        email: null,
        reason: REASON,
      },
      row.version,
    );
};

const follow = () => office().get(FollowSuperiors).execute();
const standing = () => office().rows('SELECT 1 FROM superior_change');

/** Which of these files somebody reads, asked in each way in which one may ask; all must say the same. */
async function readBy(actor: Actor, fileIds: readonly string[]): Promise<string[]> {
  const now = await anew(actor);
  const found = await office()
    .get(FindFiles)
    .execute(now, FindFilesQuery.parse({ limit: 50 }));
  const searched = found.items.map(({ id }) => id).filter((id) => fileIds.includes(id));
  const parameters = new Parameters();
  const listed = await office().manager.query<{ id: string }[]>(
    `SELECT c.file_id AS id FROM ${custodyAs('c')} WHERE ${mayReadFile(now, parameters)}`,
    parameters.values,
  );
  const shown: string[] = [];
  const acted: string[] = [];
  for (const id of fileIds) {
    await office()
      .get(FileViewQuery)
      .execute(now, id)
      .then(
        () => shown.push(id),
        (error: unknown) => expect(error).toMatchObject(NOT_FOUND),
      );
    await office()
      .get(FollowFile)
      .execute(now, id)
      .then(
        () => acted.push(id),
        (error: unknown) => expect(error).toMatchObject(NOT_FOUND),
      );
  }
  const all = [searched, listed.map(({ id }) => id).filter((id) => fileIds.includes(id)), shown, acted];
  for (const each of all) expect([...each].sort()).toEqual([...shown].sort());
  return shown;
}

/** What is written on the row of a file is what the register and the tree say. */
const expectReckoned = async () =>
  expect(
    await office().rows(
      `SELECT c.file_id FROM file_custody c CROSS JOIN LATERAL (SELECT due_readers(c.organisation_id, c.file_id) AS ids) due
       WHERE NOT (c.reader_post_ids @> due.ids AND c.reader_post_ids <@ due.ids)`,
    ),
  ).toEqual([]);

describe('a post that is put below another superior', () => {
  it('is lost at once by the old one and those above him, and gained by the new one as the job goes', async () => {
    const top = await newOfficer(undefined, 2);
    const [old, next] = [await newOfficer(top, 3), await newOfficer(undefined, 3)];
    const post = await newOfficer(old, 4);
    const low = await newOfficer(post, 5);
    const files = [(await office().newFile(post)).fileId, (await office().newFile(low)).fileId];
    for (const each of [top, old, post])
      expect(await readBy(each, files)).toEqual(expect.arrayContaining(files.slice(0, 1)));
    expect(await readBy(next, files)).toEqual([]);

    await putBelow(post, next);
    expect(await standing()).toHaveLength(1);
    for (const each of [top, old, next]) expect(await readBy(each, files)).toEqual([]);
    expect((await readBy(post, files)).sort()).toEqual([...files].sort());

    await follow();
    expect(await standing()).toEqual([]);
    for (const each of [top, old]) expect(await readBy(each, files)).toEqual([]);
    expect((await readBy(next, files)).sort()).toEqual([...files].sort());
    await expectReckoned();
  });

  it('is still read by a superior who has held the file himself, or stands above another who has', async () => {
    const [old, next] = [await newOfficer(undefined, 3), await newOfficer(undefined, 3)];
    const [post, beside] = [await newOfficer(old, 4), await newOfficer(old, 4)];
    const own = (await office().newFile(post)).fileId;
    const through = (await office().newFile(post)).fileId;
    const lost = (await office().newFile(post)).fileId;
    await office().get(PullUpFile).execute(old, own, { reason: REASON });
    await office()
      .get(ForwardFile)
      .execute(post, through, { toPostId: beside.postId, ...WORDS });
    await putBelow(post, next);
    expect((await readBy(old, [own, through, lost])).sort()).toEqual([own, through].sort());
    await follow();
    expect((await readBy(old, [own, through, lost])).sort()).toEqual([own, through].sort());
    await expectReckoned();
  });

  it('keeps from the old one the letters that came to it, and their scans', async () => {
    const [old, next] = [await newOfficer(undefined, 3), await newOfficer(undefined, 3)];
    const post = await newOfficer(old, 4);
    const documentId = await office().newDocument(post);
    const id = await withReceipts(office).diarise(post, { documentId });
    const reads = async (by: Actor) => {
      const now = await anew(by);
      const asked = [
        office().get(ReceiptViewQuery).execute(now, id),
        office().get(ReadDocument).execute(now, documentId),
      ];
      return (await Promise.allSettled(asked)).map(({ status }) => status === 'fulfilled');
    };
    expect([await reads(old), await reads(next)]).toEqual([
      [true, true],
      [false, false],
    ]);
    await putBelow(post, next);
    expect([await reads(old), await reads(next), await reads(post)]).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    // Whoever lost somebody else goes on with his own work.
    const own = await anew(old);
    await office().newFile(own);
    await withReceipts(office).diarise(own);
    await follow();
    expect([await reads(old), await reads(next)]).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(
      await office().rows(
        `SELECT r.id FROM receipt r CROSS JOIN LATERAL (SELECT due_receipt_readers(r.organisation_id, r.id) AS ids) due
         WHERE NOT (r.reader_post_ids @> due.ids AND r.reader_post_ids <@ due.ids)`,
      ),
    ).toEqual([]);
  });

  it('and back again before the job has ended comes out as it was', async () => {
    const [old, next] = [await newOfficer(undefined, 3), await newOfficer(undefined, 3)];
    const post = await newOfficer(old, 4);
    const files = [(await office().newFile(post)).fileId];
    await putBelow(post, next);
    await putBelow(post, old);
    expect(await standing()).toHaveLength(2);
    expect(await readBy(old, files)).toEqual(files);
    expect(await readBy(next, files)).toEqual([]);
    await Promise.all([follow(), follow()]);
    await follow();
    expect(await standing()).toEqual([]);
    expect(await readBy(old, files)).toEqual(files);
    await expectReckoned();
  });

  it('is gone through again from where it was broken off', async () => {
    const [old, next] = [await newOfficer(undefined, 3), await newOfficer(undefined, 3)];
    const post = await newOfficer(old, 4);
    const files: string[] = [];
    for (let count = 0; count < 3; count += 1) files.push((await office().newFile(post)).fileId);
    files.sort();
    await putBelow(post, next);
    // The first was done when the process died.
    const [first] = files;
    const by = { organisationId: office().id, userId: null, postId: null, capacity: null };
    await office().transactions.run(by, async (tx) => {
      await tx.execute('SELECT reckon_readers($1, ARRAY[$2::uuid])', [office().id, first]);
      await tx.execute('UPDATE superior_change SET files = 3, files_done = 1, last_file_id = $1', [first]);
      await tx.record('organisation.readers_followed', office().id, { data: { files: 1 } });
      return {};
    });
    expect(await readBy(next, files)).toEqual([first]);
    expect(await readBy(old, files)).toEqual([]);
    await follow();
    expect((await readBy(next, files)).sort()).toEqual(files);
    expect(await readBy(old, files)).toEqual([]);
    await expectReckoned();
  });

  it('and any posts of a tree in any order end as if all files were reckoned anew', async () => {
    const posts: Actor[] = [];
    for (let place = 0; place < 12; place += 1)
      posts.push(await newOfficer(posts[(place - 1) >> 1], 3 + Math.floor(Math.log2(place + 1))));
    for (const [place, post] of posts.entries()) {
      const { fileId } = await office().newFile(post);
      const to = posts[(place * 5 + 3) % posts.length];
      if (to && to !== post)
        await office()
          .get(ForwardFile)
          .execute(post, fileId, { toPostId: to.postId, ...WORDS, remarks: REASON });
    }
    for (const [from, to] of [
      [7, 6],
      [5, 1],
      [3, 2],
      [9, 5],
      [1, null],
      [3, 1],
    ] as const) {
      const [low, high] = [posts[from], to === null ? null : posts[to]];
      if (low && high !== undefined) await putBelow(low, high);
      if (from === 5) await follow();
    }
    await follow();
    await expectReckoned();
  });

  it('leaves a record that is whole: the rows that the job writes are named by its events', async () => {
    const { chains, parts } = await office().get(CheckRecord).execute({ whole: true, isAwaited: true });
    expect([chains.broken, parts.flatMap(({ wrong }) => wrong)]).toEqual([[], []]);
    // The first file is read by others than when it was made.
    const [file] = await office().rows<{ id: string }>(
      'SELECT file_id AS id FROM file_custody ORDER BY file_id LIMIT 1',
    );
    const found = await office()
      .get(VerifyFile)
      .execute(office().at('AUDIT'), file?.id ?? '');
    expect(found).toMatchObject({ wrong: null, losses: [] });
  });
});
