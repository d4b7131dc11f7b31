import { numberedParagraphs, type StructuredText } from '@patravali/contract';
import { warmChromium, type WarmChromium } from '../arms/chromium';
import { paragraphs, sentence, written } from '../office/words';
import { timeOf } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { median, pairs, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { CLERK, HEAD, postId } from '../office/people';
import type { Section } from './section';

const LETTER: Measure = {
  name: 'preview of a Hindi letter: a warm Chromium that loads the document and prints it ÷ ours',
  goal: { must: 4, aim: 5 },
};
const IN_PLACE: Measure = {
  name: 'the same: a warm Chromium that keeps document and fonts and prints another body ÷ ours',
};
const SHEET: Measure = { name: 'note sheet of 500 notes: a warm Chromium ÷ ours', goal: { must: 1.2, aim: 2 } };
const MORE: Measure = { name: 'the same sheet after one more note', goal: { must: 5, aim: 20 } };
const WHOLE = { letters: 25, notes: 500, sheets: 6, warmUp: 5 };

/** PDFs of the office over HTTP, with session and rights, against a warm Chromium that is handed the finished HTML. */
export const typesetting: Section<typeof WHOLE> = {
  name: 'typesetting',
  needs: ['large'],
  measures: [LETTER, IN_PLACE, SHEET, MORE],
  whole: WHOLE,
  least: { letters: 1, notes: 5, sheets: 1, warmUp: 1 },
  async measure({ large }, extent) {
    const chromium = await warmChromium();
    try {
      return [...(await letters(large, chromium, extent)), ...(await sheets(large, chromium, extent))];
    } finally {
      await chromium.close();
    }
  },
};

/** A letter of one page, other words each time. */
async function letters(
  office: BenchOffice,
  chromium: WarmChromium,
  { letters: count, warmUp }: typeof WHOLE,
): Promise<Row[]> {
  const [file] = await filesOfClerk(office, { count: 1 });
  const content = (body: readonly string[]) => ({
    form: 'letter',
    language: 'hi',
    subject: sentence(6),
    signatoryPostId: postId(HEAD),
    addressees: [{ name: 'जिलाधिकारी', address: 'आज़मगढ़' }],
    body: written(body),
  });
  const ours = () => {
    const body = { content: content(paragraphs(4, 25)) };
    return timeOf(() => office.ask(CLERK, `/files/${file ?? ''}/draft-preview`, { method: 'POST', body }));
  };
  const html = () => {
    const text = paragraphs(4, 25).map((each) => `<p>${each}</p>`);
    return `<h1>कार्यालय</h1><p class="right">संख्या 1/2026</p><p>सेवा में,<br>जिलाधिकारी,<br>आज़मगढ़</p><p><b>विषय: ${sentence(6)}</b></p><p>महोदय,</p>${text.join('')}<p class="right">भवदीय</p>`;
  };
  for (let time = 0; time < warmUp; time++) await ours();
  const whole = await pairs(() => timeOf(() => chromium.print(html())), ours, count);
  const inPlace = await pairs(() => timeOf(() => chromium.printInPlace(html())), ours, count);
  return [
    row(LETTER, whole.ratios, inMs(whole.a, whole.b), { ours: { value: median(whole.b), unit: 'ms' } }),
    row(IN_PLACE, inPlace.ratios, inMs(inPlace.a, inPlace.b), { ours: { value: median(inPlace.b), unit: 'ms' } }),
  ];
}

/** A long sheet that was never set, and the same when one note has come to it. */
async function sheets(
  office: BenchOffice,
  chromium: WarmChromium,
  { notes, sheets: count }: typeof WHOLE,
): Promise<Row[]> {
  const files = await filesOfClerk(office, { count: count + 1, fewerNotesThan: notes });
  const [first, more, ours, again]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const [place, file] of files.entries()) {
    await writeNotes(office, file, notes);
    const sheet = () => timeOf(() => office.ask(CLERK, `/files/${file}/note-sheet.pdf`));
    const a = await sheet();
    const html = await notesAsHtml(office, file);
    const b = await timeOf(() => chromium.print(html));
    const body = { toPostId: postId(HEAD), note: { text: written(paragraphs(2, 20)) }, confirmNote: true };
    await office.ask(CLERK, `/files/${file}/forward`, { method: 'POST', body });
    const c = await sheet();
    const longer = await notesAsHtml(office, file);
    const d = await timeOf(() => chromium.print(longer));
    // The first file warms both.
    if (place === 0) continue;
    ours.push(a);
    again.push(c);
    first.push(b / a);
    more.push(d / c);
  }
  return [
    row(SHEET, first, `ours ${median(ours).toFixed(0)} ms`, { ours: { value: median(ours), unit: 'ms' } }),
    row(MORE, more, `ours ${median(again).toFixed(0)} ms`, { ours: { value: median(again), unit: 'ms' } }),
  ];
}

async function filesOfClerk(
  { sql }: BenchOffice,
  { count, fewerNotesThan = 500 }: { count: number; fewerNotesThan?: number },
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT file_id AS id FROM file_custody WHERE holder_post_id = $1 AND state = 'on_desk' AND notes < $3 ORDER BY file_id LIMIT $2`,
    [postId(CLERK), count, fewerNotesThan],
  );
  return rows.map(({ id }) => id);
}

/** Adds what is missing to so many, past the commands: they were frozen long ago. One statement, so that it is done whole or not at all. */
export async function writeNotes(office: BenchOffice, file: string, notes: number): Promise<void> {
  const texts = Array.from({ length: notes }, () => JSON.stringify(written(paragraphs(2, 20))));
  await office.pastTheRules((sql) =>
    sql.query(
      `WITH more AS (
       INSERT INTO note (id, organisation_id, file_id, number, first_paragraph, paragraphs, content, content_hash, author_user_id, author_post_id,
         capacity, written_at, frozen_at)
       SELECT gen_random_uuid(), n.organisation_id, n.file_id, c.notes + t.place, c.paragraphs - 1 + 2 * t.place, 2, t.text::jsonb, n.content_hash,
         n.author_user_id, n.author_post_id, n.capacity, n.written_at, n.frozen_at
       FROM file_custody c JOIN note n ON n.file_id = c.file_id AND n.number = 1, unnest($2::text[]) WITH ORDINALITY t (text, place)
       WHERE c.file_id = $1 AND c.notes + t.place <= $3 RETURNING 1)
     UPDATE file_custody SET notes = $3, paragraphs = paragraphs + 2 * (SELECT count(*) FROM more) WHERE file_id = $1`,
      [file, texts, notes],
    ),
  );
}

interface Note {
  readonly number: number;
  readonly text: StructuredText;
}

async function notesAsHtml(office: BenchOffice, file: string): Promise<string> {
  const html: string[] = ['<h1>नोट शीट</h1>'];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor ? `&cursor=${cursor}` : '';
    const page: { items: Note[]; next: string | null } = await office.json(
      CLERK,
      `/files/${file}/notes?limit=200${after}`,
    );
    for (const { number, text } of page.items) {
      const each = numberedParagraphs(text).map(
        ({ children }) => `<p>${children.map((part) => (part.type === 'text' ? part.text : part.label)).join('')}</p>`,
      );
      html.push(
        `<div class="note"><b>N/${number}</b>${each.join('')}<p class="right">कर्मी, पद<br>25.11.2026 11:30</p></div>`,
      );
    }
    cursor = page.next;
  }
  return html.join('');
}

const inMs = (theirs: readonly number[], ours: readonly number[]) =>
  `Chromium ${median(theirs).toFixed(0)} ms, ours ${median(ours).toFixed(0)} ms`;
