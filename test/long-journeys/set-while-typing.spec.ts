import { setTimeout as sleep } from 'node:timers/promises';
import type { DraftChanged, FileCreated, NumberHead, Page } from '@patravali/contract';
import { aLetter, aNote } from '../support/http/clerks';
import { Client } from '../support/journeys/client';
import { LANGUAGES } from '../support/language/languages';
import { useJourneyOffice } from '../support/journeys/office';
import { type Person, signIn } from '../support/page/person';

const JOURNEY_MS = 600_000;
const WORDS = 'विद्यालयों के भवनों की मरम्मत हेतु प्राक्कलन प्रस्तुत करें।';
const TIMES = 15;
/** From the pause to the picture, at best. On a quiet machine it is a fifth of this; other suites take their share. */
const MOST_MS = 500;
const PAUSE_MS = 100;
/** From each key to the next picture of a page. Written as text: it runs in the browser. */
const NOTE_TIMES = `
  window.times = { key: 0, took: [] };
  addEventListener('keydown', () => { times.key = performance.now(); }, true);
  const drawn = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (...given) {
    drawn.apply(this, given);
    if (times.key > 0) times.took.push(performance.now() - times.key);
    times.key = 0;
  };`;
const office = useJourneyOffice();

describe.each(LANGUAGES)('The page beside a draft, in %s', (language) => {
  async function aDraft(paragraphs: number): Promise<string> {
    const client = await Client.signIn(() => office().url, 'vinod');
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = { headId: head?.id, subject: 'विद्यालयों का निरीक्षण' };
    const params = { fileId: (await client.ask<FileCreated>('createFile', { body: file })).id };
    const [paragraph] = aNote(WORDS).text.paragraphs;
    const body = { version: 1, paragraphs: Array.from({ length: paragraphs }, () => paragraph) };
    const content = { ...aLetter(client.postId), body };
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    content.signatoryPostId = officer.postId;
    return (await client.ask<DraftChanged>('createDraft', { params, body: { content } })).id;
  }
  async function opens(draftId: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, 'vinod');
    await person.page.goto(`/drafts/${draftId}`);
    await sheet(person).getByText('विद्यालयों').first().waitFor();
    return person;
  }
  const sheet = ({ page, t }: Person) => page.getByRole('document', { name: t('draft.preview'), exact: true });
  const body = ({ page, t }: Person) => page.getByRole('textbox', { name: t('draft.body'), exact: true });

  it(
    'is there a moment after the keys rest',
    async () => {
      const person = await opens(await aDraft(2));
      const { page } = person;
      await body(person).click();
      await page.keyboard.press('Control+End');
      await page.evaluate(NOTE_TIMES);
      const took = () => page.evaluate<number[]>('times.took');
      for (let time = 1; time <= TIMES; time++) {
        await page.keyboard.type(String(time % 10));
        while ((await took()).length < time) await sleep(20);
      }
      const fromPause = (await took()).map((each) => each - PAUSE_MS).sort((one, other) => one - other);
      const median = fromPause[Math.floor(TIMES / 2)] ?? 0;
      process.stdout.write(
        `from a pause to the page: ${median.toFixed(0)} ms (best ${(fromPause[0] ?? 0).toFixed(0)} ms)\n`,
      );
      expect(fromPause[0]).toBeLessThan(MOST_MS);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'keeps in view what is being written, wherever in the letter that is',
    async () => {
      const person = await opens(await aDraft(70));
      const { page } = person;
      await body(person).click();
      for (const [key, words] of [
        ['Control+End', ' Finis.'],
        ['Control+Home', 'Initium '],
      ] as const) {
        await page.keyboard.press(key);
        await page.keyboard.type(words);
        await untilSeen(person, words.trim());
        await person.photograph(`followed-${words.trim()}-${language}`);
      }
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** Drawn, and within the window of the sheet. */
  async function untilSeen(person: Person, words: string): Promise<void> {
    const place = sheet(person).getByText(words).first();
    await place.waitFor();
    for (;;) {
      const [box, window] = [await place.boundingBox(), await sheet(person).boundingBox()];
      if (box && window && box.y >= window.y && box.y + box.height <= window.y + window.height) return;
      await sleep(50);
    }
  }
});
