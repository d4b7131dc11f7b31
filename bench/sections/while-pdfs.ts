import { setTimeout as sleep } from 'node:timers/promises';
import { another, aPdf } from '../arms/pdfs';
import { timeOf } from '../measuring/load';
import { percentile, type Row, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { AUDITOR, CLERK, HEAD, postId } from '../office/people';
import type { Section } from './section';

/** With the notes no more than come at once. */
const LETTERS = 9;
const PAGES_EACH = 20;
const UPLOADS = 4;
const ASKED_EVERY_MS = 40;
const BUSY_MS = 3000;
const ROUNDS = 8;
const GOAL = { must: 1.5, aim: 1.2, atMost: true };

/**
 * What somebody else waits for the inbox while a whole file of 180 pages and four uploads are being made, again and again for
 * some seconds, against a quiet office. Uploads that follow one another without pause fill both processors whatever is made
 * beside them, and the more the faster they are: that would measure the uploads.
 */
export const whilePdfs: Section = {
  name: 'while-pdfs',
  needs: ['large'],
  async measure({ large }) {
    const file = await fileOfLetters(large, await aPdf({ pages: PAGES_EACH }));
    const pdf = await aPdf({ pages: 3, bytes: 1_000_000 });
    let [made, uploaded] = [0, 0];
    // Other people each time: nobody may send, or ask for, more than so many a minute.
    const upload = () => large.upload(21 + 10 * (uploaded++ % 25), another(pdf));
    const whole = () => large.ask(made++ % 2 === 0 ? HEAD : AUDITOR, `/files/${file}/whole-file.pdf`);
    const make = async () => {
      for (const end = performance.now() + BUSY_MS; performance.now() < end;) {
        await Promise.all([whole(), ...Array.from({ length: UPLOADS }, upload)]);
      }
    };
    await make();
    const [ratios, busyMs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const begin = performance.now();
      const busy = await inboxTimes(large, make());
      const lasted = performance.now() - begin;
      const quiet = await inboxTimes(large, sleep(lasted));
      ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
      busyMs.push(lasted);
    }
    const of = `${made} whole files and ${uploaded} uploads, ${(percentile(busyMs, 0.5) / 1000).toFixed(1)} s at a time`;
    const rows: Row[] = [row("another's inbox p95 while PDFs are made ÷ quiet", ratios, of, GOAL)];
    return rows;
  },
};

/** Asks at fixed times whatever the answers take, until the other is done. */
export async function inboxTimes(office: BenchOffice, other: Promise<unknown>): Promise<number[]> {
  const state = { done: false };
  const end = other.finally(() => (state.done = true));
  const asked: Promise<number>[] = [];
  while (!state.done) {
    asked.push(timeOf(() => office.ask(CLERK, '/desk/inbox')));
    await sleep(ASKED_EVERY_MS);
  }
  await end;
  return await Promise.all(asked);
}

/** A file of the clerk's with so many letters of so many pages; they are uploaded, and put in past the commands. */
export async function fileOfLetters(
  office: BenchOffice,
  pdf: Buffer,
  { letters = LETTERS, pagesEach = PAGES_EACH, maker = 'W' } = {},
): Promise<string> {
  const { sql } = office;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT file_id AS id FROM file_custody WHERE holder_post_id = $1 AND state = 'on_desk' AND notes < 100 AND pages < 100 ORDER BY file_id DESC LIMIT 1`,
    [postId(CLERK)],
  );
  const file = rows[0]?.id ?? '';
  await sql.query('SET session_replication_role = replica');
  for (let letter = 0; letter < letters; letter++) {
    const document = await office.upload(CLERK, another(pdf));
    await sql.query(
      `WITH letter AS (
         INSERT INTO receipt (id, organisation_id, diary_number, state, subject, sender_name, received_on, delivery_mode, language, grading, urgency,
           enclosures, document_id, unit_id, diarised_by_user_id, diarised_by_post_id, diarised_capacity, reader_post_ids, file_id)
         SELECT gen_random_uuid(), f.organisation_id, $4 || $3::integer || '/2026', 'in_file', f.subject, 'ग्राम प्रधान', current_date, 'post', 'hi', 'normal',
           'ordinary', 0, $2, f.unit_id, f.created_by_user_id, f.created_by_post_id, 'regular', '{}', f.id
         FROM office_file f WHERE f.id = $1 RETURNING *)
       INSERT INTO correspondence (id, organisation_id, file_id, serial, kind, first_page, pages, document_id, receipt_id, added_by_user_id,
         added_by_post_id, capacity)
       SELECT gen_random_uuid(), organisation_id, file_id, $3::integer + 1, 'received', 1 + $3::integer * ${pagesEach}, ${pagesEach}, document_id, id,
         diarised_by_user_id, diarised_by_post_id, 'regular' FROM letter`,
      [file, document, letter, maker],
    );
  }
  await sql.query('UPDATE file_custody SET correspondence = $2, pages = $3 WHERE file_id = $1', [
    file,
    letters,
    letters * pagesEach,
  ]);
  await sql.query('SET session_replication_role = DEFAULT');
  return file;
}
