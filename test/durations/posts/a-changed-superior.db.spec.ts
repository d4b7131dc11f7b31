import type { Actor } from '@patravali/authorization';
import { InboxQuery } from '@patravali/contract';
import { FileBoxes } from '@patravali/desk';
import { FollowSuperiors } from '@patravali/files';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import { ChangePost } from '@patravali/organisation';
import { REASON, useEstablishment } from '../../support/establishment/establishment';
import { WORDS } from '../../support/office/words';

const FILES = 200_000;
const MOST_MS = 100;
const TIMES = 40;
/** Of the others' acts beside the job and without it, the middle ones. Both arms share two cores with PostgreSQL. */
const MOST_SLOWED = 3;

const { office, kept } = useEstablishment();

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Infinity;
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Straight into the tables: files of this post that nobody has moved. */
async function writeFiles(
  { organisationId, userId, postId, post }: Actor,
  superiors: readonly string[],
): Promise<void> {
  const tables = ['office_file', 'file_custody', 'movement', 'file_search'];
  const set = (state: string) =>
    office().rows(tables.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER`).join(';'));
  await set('DISABLE');
  await office().rows(
    `INSERT INTO office_file (id, organisation_id, number, computer_number, unit_id, head_id, series, subject, created_by_user_id,
       created_by_post_id, created_capacity)
     SELECT gen_random_uuid(), $1, 'A-11011/' || n || '/2026-Sec', 1000 + n, $2, $3, 'A-11011', 'पेंशन प्रकरण ' || n, $4, $5, 'regular'
     FROM generate_series(1, $6::int) n`,
    [organisationId, post.unitId, office().headId, userId, postId, FILES],
  );
  await office().rows(
    `INSERT INTO file_custody (file_id, organisation_id, state, holder_post_id, reader_post_ids, grading, urgency, unit_id, movements)
     SELECT id, organisation_id, 'on_desk', $1, $1::uuid || $2::uuid[], 'normal', 'ordinary', unit_id, 1
     FROM office_file WHERE computer_number > 1000`,
    [postId, superiors],
  );
  await office().rows(
    `INSERT INTO movement (id, organisation_id, file_id, sequence, kind, to_post_id, by_user_id, by_post_id, capacity, urgency, notes)
     SELECT gen_random_uuid(), organisation_id, id, 1, 'created', $1, $2, $1, 'regular', 'ordinary', 0
     FROM office_file WHERE computer_number > 1000`,
    [postId, userId],
  );
  await office().rows(
    `INSERT INTO file_search SELECT f.id, f.organisation_id, f.computer_number, file_words(f.number, f.subject), c.state, c.grading,
       c.reader_post_ids, c.unit_id FROM office_file f JOIN file_custody c ON c.file_id = f.id WHERE f.computer_number > 1000`,
  );
  await set('ENABLE');
  await office().rows('VACUUM (ANALYZE) office_file, file_custody, movement, file_search');
}

describe(`a post with ${FILES} readable files`, () => {
  it('is put below another superior at once, and others are not held up while the files are told', async () => {
    const [old, next] = [await office().actor({ level: 2 }), await office().actor({ level: 2 })];
    const post = await office().actor({ level: 3, superior: old, roles: ['officer', 'dealing_hand'] });
    await writeFiles(post, [old.postId]);
    let version = 1;
    const putBelow = (superior: Actor) =>
      timed(() =>
        office()
          .get(ChangePost)
          .execute(
            kept.administrator,
            post.postId,
            {
              marking: post.post.marking,
              markingHi: null,
              designation: post.post.designation,
              level: 3,
              unitId: post.post.unitId,
              superiorPostId: superior.postId,
              roles: ['officer', 'dealing_hand'],
              auditedUnitIds: [],
              administeredUnitId: null,
              informationRole: null,
              phone: null,
              email: null,
              reason: REASON,
            },
            version++,
          ),
      );
    const changes: number[] = [];
    for (const superior of [next, old, next, old, next]) changes.push(await putBelow(superior));
    console.log(`change of superior ${changes.map((ms) => ms.toFixed(1)).join(', ')} ms`);
    expect(median(changes)).toBeLessThan(MOST_MS);

    const [clerk, officer] = [office().at('ASO'), office().at('SO')];
    const { fileId } = await office().newFile(clerk);
    const others = async () => {
      const times = { forward: [] as number[], inbox: [] as number[] };
      for (let time = 0; time < TIMES; time += 1) {
        times.forward.push(
          await timed(() =>
            office()
              .get(ForwardFile)
              .execute(clerk, fileId, { toPostId: officer.postId, ...WORDS }),
          ),
        );
        times.inbox.push(await timed(() => office().get(FileBoxes).inbox(officer, InboxQuery.parse({}))));
        await office().get(PullBackFile).execute(clerk, fileId, {});
      }
      return { forward: median(times.forward), inbox: median(times.inbox) };
    };
    await others();
    const quiet = await others();
    // The changes before the last are the same work once more.
    await office().rows(
      'DELETE FROM superior_change WHERE id <> (SELECT id FROM superior_change ORDER BY changed_at DESC, id DESC LIMIT 1)',
    );
    let over = false;
    const begun = performance.now();
    const job = office()
      .get(FollowSuperiors)
      .execute()
      .finally(() => (over = true));
    const beside = await others();
    expect(over).toBe(false);
    await job;
    const seconds = (performance.now() - begun) / 1000;
    const slowed = { forward: beside.forward / quiet.forward, inbox: beside.inbox / quiet.inbox };
    console.log(
      `quiet ${JSON.stringify(quiet)} ms, beside ${JSON.stringify(beside)} ms, × ${JSON.stringify(slowed)}; the job ${seconds.toFixed(0)} s`,
    );
    const [left] = await office().rows<{ left: number }>(
      `SELECT count(*)::int AS left FROM file_custody WHERE holder_post_id = $1
         AND (NOT reader_post_ids @> ARRAY[$2::uuid] OR reader_post_ids @> ARRAY[$3::uuid])`,
      [post.postId, next.postId, old.postId],
    );
    expect(left).toEqual({ left: 0 });
    expect(Math.max(slowed.forward, slowed.inbox)).toBeLessThan(MOST_SLOWED);
  }, 1_800_000);
});
