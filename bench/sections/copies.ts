import { setTimeout as sleep } from 'node:timers/promises';
import { written } from '../office/words';
import type { Measure } from '../measuring/measure';
import { percentile, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { CLERK, HEAD, postId } from '../office/people';
import type { Section } from './section';
import { inboxTimes } from './while-pdfs';

const ISSUED: Measure = {
  name: 'a letter of which 500 addressees get sealed copies of their own, until it is issued',
  unit: 's',
  goal: { must: 15, aim: 10, atMost: true },
};
const MEANWHILE: Measure = {
  name: "another person's inbox, p95, while they are being made ÷ quiet",
  goal: { must: 1.5, aim: 1.2, atMost: true },
};
const WHOLE = { addressees: 500, rounds: 5, quietMs: 8000 };

/** A letter of which many addressees get copies of their own: how long until it is issued, and what another waits for the inbox meanwhile. */
export const copies: Section<typeof WHOLE> = {
  name: 'copies',
  needs: ['large'],
  measures: [ISSUED, MEANWHILE],
  whole: WHOLE,
  least: { addressees: 2, rounds: 1, quietMs: 300 },
  async measure({ large }, { addressees, rounds, quietMs }) {
    const { sql } = large;
    const { rows: files } = await sql.query<{ id: string }>(
      `SELECT file_id AS id FROM file_custody WHERE holder_post_id = $1 AND state = 'on_desk' AND drafts = 0 ORDER BY file_id LIMIT 1`,
      [postId(CLERK)],
    );
    const file = files[0]?.id ?? '';
    await large.ask(CLERK, `/files/${file}/forward`, { method: 'POST', body: { toPostId: postId(HEAD) } });
    const [seconds, ratios]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const draft = await approved(large, file, addressees);
      const begin = performance.now();
      const busy = await inboxTimes(large, issued(large, draft));
      seconds.push((performance.now() - begin) / 1000);
      const quiet = await inboxTimes(large, sleep(quietMs));
      ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
    }
    const of = `${addressees} addressees, one page each, sealed`;
    return [row(ISSUED, seconds, of), row(MEANWHILE, ratios, of)];
  },
};

/** A draft of the head, approved by him. */
async function approved(office: BenchOffice, file: string, count: number): Promise<string> {
  const addressees = Array.from({ length: count }, (_, index) => ({
    name: `ग्राम प्रधान, ग्राम सभा ${index + 1}`,
    address: `विकास खण्ड ${index % 20}, आज़मगढ़ – 276${String(index % 1000).padStart(3, '0')}`,
  }));
  const body = written(Array.from({ length: 4 }, () => WORDS));
  const content = {
    form: 'letter',
    language: 'hi',
    subject: 'ग्राम सभाओं की बैठक के सम्बन्ध में',
    addressees,
    ownCopies: true,
    body,
    signatoryPostId: postId(HEAD),
  };
  const post = { method: 'POST' } as const;
  const { id: draft } = await office.json<{ id: string }>(HEAD, `/files/${file}/drafts`, {
    ...post,
    body: { content },
  });
  await office.ask(HEAD, `/drafts/${draft}/approve`, { ...post, body: { draftVersion: 1 } });
  return draft;
}

const WORDS =
  'उपर्युक्त विषयक अवगत कराना है कि आगामी माह की प्रथम तिथि को सभी ग्राम सभाओं की बैठक आहूत की जानी है, जिसमें विकास कार्यों की प्रगति की समीक्षा की जायेगी। अतः समस्त अभिलेखों सहित उपस्थित होना सुनिश्चित करें।';

/** Draws the number and waits until the copies are there; looked up in the database, since asking for a letter of 500 addressees is work too. */
async function issued(office: BenchOffice, draft: string): Promise<void> {
  await office.ask(HEAD, `/drafts/${draft}/number`, { method: 'POST' });
  for (;;) {
    const { rows } = await office.sql.query<{ state: string }>('SELECT state FROM draft WHERE id = $1', [draft]);
    const state = rows[0]?.state;
    if (state === 'issued') return;
    if (state !== 'numbered') throw new Error(`The letter is ${state}`);
    await sleep(200);
  }
}
