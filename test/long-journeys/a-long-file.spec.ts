import { type DocumentView, type NoteKind, OPERATIONS, type ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { aPdf } from '../../libs/platform/typesetting/test/odd-pdfs';
import { written } from '../../libs/platform/typesetting/test/samples';
import statements from '../statements/statements-per-request.json';
import { ClerksDesk, type NamedFile } from '../support/journeys/clerks-desk';
import { Client } from '../support/journeys/client';
import { useJourneyOffice } from '../support/journeys/office';
import { type Person, signIn } from '../support/page/person';
import { untilStill } from '../support/page/still';
import { WATCH_INTERACTIONS, type Watched } from '../support/page/watched';

const JOURNEY_MS = 900_000;
/** What opening the long file may cost, compared with the short one. */
const MOST = 1.5;
const OPENINGS = 5;
const PARAGRAPHS = 10;
const WORDS = 'प्रकरण का परीक्षण किया गया। अभिलेखों के अनुसार स्वीकृत धनराशि का उपयोग निर्धारित मद में किया जा चुका है।';

interface Size {
  readonly notes: number;
  readonly letters: number;
  readonly pagesEach: number;
}
/** The running summary, far from the end of the long file. */
const SUMMARY = 2;
const SHORT: Size = { notes: 5, letters: 1, pagesEach: 5 };
const LONG: Size = { notes: 500, letters: 50, pagesEach: 20 };

const SCREENS = 40;
const WRITTEN = 'Prakaran ka parikshan kiya gaya. Kripya C/1 evam N/250 dekhne ka kasht karen. '.repeat(2);

interface Cost {
  readonly statements: number;
  readonly bytes: number;
  /** Until the last note can be read, in milliseconds. */
  readonly readable: number;
}

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('A file with 500 notes and 1,000 pages', () => {
  let short: NamedFile;
  let long: NamedFile;
  beforeAll(async () => {
    const [one, other] = await desk.files('लघु पत्रावली', 'वृहद् पत्रावली');
    if (!one || !other) throw new Error('no files were made');
    [short, long] = [one, other];
    await fill(short, SHORT);
    await fill(long, LONG);
  }, JOURNEY_MS);

  it(
    'opens at its end for what a short one costs',
    async () => {
      const costs = { short: [] as Cost[], long: [] as Cost[] };
      for (let time = 0; time < OPENINGS; time++) {
        costs.short.push(await costOfOpening(short, SHORT));
        costs.long.push(await costOfOpening(long, LONG));
      }
      const ratio = (what: keyof Cost) => median(costs.long, what) / median(costs.short, what);
      process.stdout.write(
        `500 notes ÷ 5 notes, ${OPENINGS} openings each: statements ${ratio('statements').toFixed(2)}, bytes ${ratio('bytes').toFixed(2)} (${median(costs.long, 'bytes')} ÷ ${median(costs.short, 'bytes')}), first readable note ${ratio('readable').toFixed(2)} (${median(costs.long, 'readable')} ÷ ${median(costs.short, 'readable')} ms)\n`,
      );
      expect(ratio('statements')).toBeLessThanOrEqual(MOST);
      expect(ratio('bytes')).toBeLessThanOrEqual(MOST);
    },
    JOURNEY_MS,
  );

  it(
    'is read from its end to its beginning, turned to any note, and written on',
    async () => {
      const person = await aReader();
      const { page, t } = person;
      await page.goto(`/files/${long.id}`);
      const note = (number: number) => page.getByRole('article', { name: t('note.number', { number }), exact: true });
      await note(LONG.notes).waitFor();
      const pinned = page.getByRole('region', { name: t('note.pinned'), exact: true });
      await pinned.getByText(`टिप्पणी ${SUMMARY} का प्रस्तर 1`).waitFor();
      expect([await note(1).count(), await note(SUMMARY).count()]).toEqual([0, 0]);
      await person.photograph('long-file-end');

      const sheet = page.getByRole('region', { name: t('note.sheet'), exact: true });
      await sheet.focus();
      await page.keyboard.press('Home');
      await note(1).waitFor();
      await person.photograph('long-file-beginning');
      expect(await page.getByRole('article').count()).toBeLessThan(LONG.notes / 2);

      // A reference leads to the middle, of which nothing has been fetched yet.
      await page.keyboard.press('End');
      const reference = note(LONG.notes).getByRole('button', { name: 'N/250¶2491', exact: true });
      await reference.hover();
      await page.getByText('टिप्पणी 250 का प्रस्तर 1').first().waitFor();
      await reference.click();
      const paragraph = page.locator('#paragraph-2491');
      await paragraph.waitFor();

      // So do words in the contents of fifty letters.
      await page.getByRole('region', { name: t('note.pinned'), exact: true }).waitFor({ state: 'attached' });
      const filter = page.getByRole('searchbox', { name: t('correspondence.filterWords'), exact: true });
      await filter.waitFor({ state: 'attached' });
      await sheet.focus();
      await page.keyboard.press('Shift+?');
      const keys = page.getByRole('dialog', { name: t('keys.all'), exact: true });
      for (const way of ['note.keyPinned', 'correspondence.keyFilter'] as const)
        await keys.getByText(t(way), { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      await page.keyboard.press('i');
      await filter.and(page.locator(':focus')).waitFor();
      await page.keyboard.insertText('बैंक C/821');
      const contents = page.getByRole('list', { name: t('correspondence.contents'), exact: true });
      await page.getByText(t('correspondence.shownOf', { shown: '1', all: '50' }), { exact: true }).waitFor();
      await person.photograph('long-file-contents');
      await page.keyboard.press('Enter');
      await contents
        .getByRole('button', { name: /^C\/821/ })
        .and(page.locator('[aria-current]'))
        .waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'answers keys while it is read and written on, and says how fast',
    async () => {
      const person = await aReader();
      const { page, t } = person;
      await page.goto(`/files/${long.id}`);
      const sheet = page.getByRole('region', { name: t('note.sheet'), exact: true });
      await sheet.getByRole('article').first().waitFor();
      await page.evaluate(WATCH_INTERACTIONS);
      await sheet.focus();
      for (let screen = 0; screen < SCREENS; screen++) await page.keyboard.press('PageUp', { delay: 60 });
      const reading = await page.evaluate<Watched>('window.watched()');
      await page.getByRole('textbox', { name: t('note.composer'), exact: true }).click();
      await page.keyboard.type(WRITTEN, { delay: 20 });
      const writing = await page.evaluate<Watched>('window.watched()');
      const said = ({ interaction, task }: Watched) => `slowest interaction ${interaction} ms, longest task ${task} ms`;
      process.stdout.write(`500 notes: reading: ${said(reading)}; writing: ${said(writing)}\n`);
      expect(await sheet.getByRole('article').count()).toBeGreaterThan(20);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  async function aReader(): Promise<Person> {
    const person = await office().person();
    await signIn(person, 'sunita', 'AO(EST)');
    return person;
  }

  /** In a browser that has never seen the page. */
  async function costOfOpening(file: NamedFile, size: Size): Promise<Cost> {
    const person = await aReader();
    const { page, t } = person;
    const traffic = await trafficOf(person);
    const begun = Date.now();
    await page.goto(`/files/${file.id}`);
    await page.getByRole('article', { name: t('note.number', { number: size.notes }), exact: true }).waitFor();
    const readable = Date.now() - begun;
    await untilStill(page);
    await person.context.close();
    return { readable, ...traffic() };
  }
});

/** Notes of ten paragraphs go to and fro between the clerk and the officer, with whom the file stays; letters come in. */
async function fill({ id: fileId }: NamedFile, { notes, letters, pagesEach }: Size): Promise<void> {
  const clerk = await desk.clerk();
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  await letterCome(clerk, fileId, letters, pagesEach);
  for (let number = 1; number <= notes; number++) {
    const [from, to] = number % 2 === 1 ? [clerk, officer] : [officer, clerk];
    await from.ask('forwardFile', {
      params: { fileId },
      body: { toPostId: to.postId, note: { text: aNote(number, notes), kind: kindOf(number) }, confirmNote: true },
    });
  }
  // A return writes no note.
  if (notes % 2 === 0) await clerk.ask('returnFile', { params: { fileId }, body: { reason: 'अवलोकनार्थ' } });
}

const kindOf = (number: number): NoteKind => (number === SUMMARY ? 'running_summary' : 'ordinary');

/** The last one refers to the middle of the sheet. */
function aNote(number: number, notes: number) {
  const words = Array.from({ length: PARAGRAPHS }, (_, index) => `टिप्पणी ${number} का प्रस्तर ${index + 1}। ${WORDS}`);
  const text = written(...words);
  if (number < notes || notes < 250) return text;
  const label = 'N/250¶2491';
  return {
    ...text,
    paragraphs: [
      ...text.paragraphs.slice(1),
      { children: [{ type: 'reference', to: { kind: 'note', note: 250, paragraph: 2491 }, label }] },
    ],
  };
}

async function letterCome(clerk: Client, fileId: string, letters: number, pages: number): Promise<void> {
  const registry = await Client.signIn(() => office().url, 'ramesh');
  for (let letter = 1; letter <= letters; letter++) {
    const pdf = new Uint8Array(await aPdf(pages, { text: `letter ${letter} page` }));
    const { id: documentId } = await registry.upload<DocumentView>('letter.pdf', pdf);
    const body = {
      documentId,
      subject: `पत्र ${letter}`,
      senderName: 'अग्रणी बैंक प्रबन्धक',
      receivedOn: dayInIndia(new Date()),
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: clerk.postId },
    };
    const { id: receiptId } = await registry.ask<ReceiptCreated>('createReceipt', { body });
    await clerk.ask('putReceiptInFile', {
      params: { receiptId },
      body: { fileId, flag: letter === letters ? 'puc' : null },
    });
  }
}

/** What the page asks the server for from now on: the bytes as they travel, and the statements that its answers took. */
async function trafficOf({ context, page }: Person): Promise<() => Omit<Cost, 'readable'>> {
  const browser = await context.newCDPSession(page);
  await browser.send('Network.enable');
  let bytes = 0;
  let asked = 0;
  browser.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  page.on('request', (request) => (asked += statementsOf(request.method(), new URL(request.url()).pathname)));
  return () => ({ bytes, statements: asked });
}

/** How many statements the request takes, by the table that is kept beside the tests. */
function statementsOf(method: string, path: string): number {
  for (const [id, said] of Object.entries(statements)) {
    const operation = OPERATIONS[id as keyof typeof OPERATIONS];
    const pattern = new RegExp(`^/api/v1${operation.path.replace(/:\w+/g, '[^/]+')}$`);
    if (operation.method === method && pattern.test(path)) return Number.parseInt([said].flat().at(-1) ?? '', 10);
  }
  return 0;
}

function median(costs: readonly Cost[], what: keyof Cost): number {
  return costs.map((cost) => cost[what]).toSorted((one, other) => one - other)[Math.floor(costs.length / 2)] ?? 0;
}
