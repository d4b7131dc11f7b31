import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@patravali/authorization';
import { SaveDeskView } from '@patravali/desk';
import { useOffice } from '../support/office/office';
import { OfficeProcess } from '../support/processes/office-process';
import { runs } from '../support/run/runs';

const KILLS = runs(4);
const FILES = 30;
const HANDED_OVER = 201;
const BODY = { cause: 'transferred', orderReference: 'स्थानान्तरण आदेश संख्या 12/2027' };
/** By this time it is done, or the process was killed before it began. */
const LONGEST_MS = 200;

/** What there is of a hand-over: all of it, or nothing. */
const WHAT_IS_LEFT = `SELECT
  (SELECT count(*)::int FROM charge_handover WHERE post_id = $1) AS handovers,
  (SELECT count(*)::int FROM tenure WHERE post_id = $1 AND user_id = $2 AND NOT holds_now(tenure)) AS ended,
  (SELECT 1 - count(*)::int FROM tenure WHERE post_id = $1 AND kind = 'assistant' AND holds_now(tenure)) AS assistants,
  (SELECT 1 - count(*)::int FROM desk_view WHERE post_id = $1) AS views,
  (SELECT count(*)::int FROM event WHERE name = 'user.charge_handed_over' AND subject_id = $2) AS events,
  (SELECT count(*)::int FROM pgboss.job WHERE name = 'make-charge-certificate'
     AND data->>'id' IN (SELECT id::text FROM charge_handover WHERE post_id = $1)) AS certificates,
  (SELECT COALESCE(max(jsonb_array_length(items)), 0) / ${FILES} FROM charge_handover WHERE post_id = $1) AS lists`;
const all = (each: 0 | 1) => ({
  handovers: each,
  ended: each,
  assistants: each,
  views: each,
  events: each,
  certificates: each,
  lists: each,
});

describe('a process that is killed while the charge of a post changes hands', () => {
  const running: OfficeProcess[] = [];
  afterAll(() => Promise.all(running.map((each) => each.kill())));
  const office = useOffice({ holds: 'section' });

  const signIn = async (by: Actor): Promise<string> => {
    const token = randomUUID().replaceAll('-', '');
    await office().rows(
      `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at)
       VALUES ($1, $2, $3, false, now() + INTERVAL '1 hour')`,
      [createHash('sha256').update(token).digest('hex'), by.organisationId, by.userId],
    );
    return token;
  };

  it('leaves all of it or nothing, and the same request again hands over once', async () => {
    await office().rows('UPDATE organisation SET demo = false');
    const seen = { done: 0, undone: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const officer = await office().actor();
      await office().assistantOf(officer);
      await office()
        .get(SaveDeskView)
        .execute(officer, { name: 'विलम्बित', filters: { late: true }, isFirst: false });
      for (let file = 0; file < FILES; file += 1) await office().newFile(officer);
      const [token, key] = [await signIn(officer), randomUUID()];
      const start = async () => {
        const started = await OfficeProcess.api(office().config, { PATRAVALI_JOBS_IN_PROCESS: 'off' });
        running.push(started);
        return started;
      };
      const ask = ({ origin }: OfficeProcess, signal?: AbortSignal) =>
        fetch(`${origin}/api/v1/posts/${officer.postId}/hand-over`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'x-acting-post': officer.postId,
            'idempotency-key': key,
            'content-type': 'application/json',
          },
          body: JSON.stringify(BODY),
          ...(signal && { signal }),
        }).then(({ status }) => status);
      const left = async () => (await office().rows(WHAT_IS_LEFT, [officer.postId, officer.userId]))[0];

      const process = await start();
      const asked = ask(process).catch(() => 0);
      await pause(((kill + Math.random()) / KILLS) * LONGEST_MS);
      await process.kill();
      const told = await asked;
      // PostgreSQL may be at the COMMIT still.
      await pause(300);
      const found = await left();
      expect([all(0), all(1)]).toContainEqual(found);
      if (told === HANDED_OVER) expect(found).toEqual(all(1));
      const isDone = (found as { handovers: number }).handovers === 1;
      seen[isDone ? 'done' : 'undone'] += 1;
      if (isDone) continue;
      const again = await start();
      expect(await ask(again)).toBe(HANDED_OVER);
      expect(await left()).toEqual(all(1));
      await again.kill();
    }
    console.log(`${seen.done} were done when the process was killed, ${seen.undone} were not`);
  }, 240_000);
});
