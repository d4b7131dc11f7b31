import { setTimeout as sleep } from 'node:timers/promises';
import { dayInIndia } from '@patravali/language';
import { another, aPdf } from '../arms/pdfs';
import { timeOf } from '../measuring/load';
import type { Measure } from '../measuring/measure';
import { percentile, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { AUDITOR, CLERK, HEAD, postId } from '../office/people';
import type { Section } from './section';

const MEANWHILE: Measure = {
  name: "another person's inbox, p95, while a whole file of 180 pages and four uploads are being made ÷ quiet",
  goal: { must: 1.5, aim: 1.2, atMost: true },
};
/** The pages are with the notes no more than come at once. */
const WHOLE = { letters: 9, pagesEach: 20, uploads: 4, busyMs: 3000, rounds: 8 };
const ASKED_EVERY_MS = 40;

/**
 * What somebody else waits for the inbox while a whole file and some uploads are being made, again and again for
 * some seconds, against a quiet office. Uploads that follow one another without pause fill both processors whatever is made
 * beside them, and the more the faster they are: that would measure the uploads.
 */
export const whilePdfs: Section<typeof WHOLE> = {
  name: 'while-pdfs',
  needs: ['large'],
  measures: [MEANWHILE],
  whole: WHOLE,
  least: { letters: 1, pagesEach: 1, uploads: 1, busyMs: 200, rounds: 1 },
  async measure({ large }, { letters, pagesEach, uploads, busyMs, rounds }) {
    const file = await fileOfLetters(large, await aPdf({ pages: pagesEach }), letters);
    const pdf = await aPdf({ pages: 3, bytes: 1_000_000 });
    let [made, uploaded] = [0, 0];
    // Other people each time: nobody may send, or ask for, more than so many a minute.
    const upload = () => large.upload(21 + 10 * (uploaded++ % 25), another(pdf));
    const whole = () => large.ask(made++ % 2 === 0 ? HEAD : AUDITOR, `/files/${file}/whole-file.pdf`);
    const make = async () => {
      for (const end = performance.now() + busyMs; performance.now() < end;) {
        await Promise.all([whole(), ...Array.from({ length: uploads }, upload)]);
      }
    };
    await make();
    const [ratios, lasting]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      const busy = await inboxTimes(large, make());
      const lasted = performance.now() - begin;
      const quiet = await inboxTimes(large, sleep(lasted));
      ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
      lasting.push(lasted);
    }
    const of = `${made} whole files and ${uploaded} uploads, ${(percentile(lasting, 0.5) / 1000).toFixed(1)} s at a time`;
    return [row(MEANWHILE, ratios, of)];
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

/** A file of the clerk's with so many letters, which he diarises and puts in. */
export async function fileOfLetters(office: BenchOffice, pdf: Buffer, letters: number): Promise<string> {
  const { rows } = await office.sql.query<{ id: string }>(
    `SELECT file_id AS id FROM file_custody WHERE holder_post_id = $1 AND state = 'on_desk' AND notes < 100 AND correspondence = 0 ORDER BY file_id DESC LIMIT 1`,
    [postId(CLERK)],
  );
  const fileId = rows[0]?.id ?? '';
  for (let letter = 0; letter < letters; letter++) {
    const documentId = await office.upload(CLERK, another(pdf));
    const body = { ...LETTER, documentId, receivedOn: dayInIndia(new Date()) };
    const { id } = await office.json<{ id: string }>(CLERK, '/receipts', { method: 'POST', body });
    await office.json(CLERK, `/receipts/${id}/put-in-file`, { method: 'POST', body: { fileId } });
  }
  return fileId;
}

const LETTER = { subject: 'ग्राम सभा का पत्र', senderName: 'ग्राम प्रधान', deliveryMode: 'post', language: 'hi' };
