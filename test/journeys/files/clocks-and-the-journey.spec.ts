import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { asOwner } from '../../support/processes/office-owner';
import { goTo, rowOf } from '../../support/page/desk';
import { aimAt, chooseAct, goToTab, sendWithTheKey, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1366, height: 768 };
const HOPS = 200;
const WHY = 'अभिलेख अभिलेखागार से विलम्ब से प्राप्त हुए।';
/** Up and down again, through four levels. */
const WAY = [
  ['vinod', 'HA(EST)'],
  ['sunita', 'AO(EST)'],
  ['mahesh', 'CAO'],
  ['arvind', 'ADDL-COMM(ADM)'],
  ['mahesh', 'CAO'],
  ['sunita', 'AO(EST)'],
] as const;

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('The clock of a desk, and the journey of a file,', () => {
  let long: NamedFile;
  beforeAll(async () => {
    [long] = (await desk.files('दो सौ पड़ाव की पत्रावली')) as [NamedFile];
    await manyHops(long.id);
  }, JOURNEY_MS);

  it.each(LANGUAGES)(
    'from the eighth working day to the superior who sees what waits below, in %s',
    async (language) => {
      const [file, other] = (await desk.files(`विलम्बित प्रकरण ${language}`, `अधीनस्थ पटल पर ${language}`)) as [
        NamedFile,
        NamedFile,
      ];
      for (const { id } of [file, other]) await keptFor(id, 21);
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      await explainAndSend(clerk, file);

      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      await readTheExplanation(officer, file);
      await stopAndStart(officer, file);

      await whatWaitsBelow(officer, other);
      expect([...clerk.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it.each(LANGUAGES)(
    `is drawn of ${HOPS} stays: the last at first, all on request, with a table below, in %s`,
    async (language) => {
      const person = await office().person({ language, colorScheme: language === 'hi' ? 'light' : 'dark' });
      const { page, t } = person;
      await signIn(person, 'mahesh', 'CAO');
      await page.goto(`/files/${long.id}?tab=movements`);
      const bars = page.locator('figure svg[role=img] rect');
      await bars.first().waitFor();
      expect(await bars.count()).toBe(40);
      await person.photograph(`journey-${language}`);
      await page.getByRole('button', { name: t('journey.showAll', { hops: HOPS }), exact: true }).click();
      await page.getByRole('button', { name: t('journey.showLast', { hops: 40 }), exact: true }).waitFor();
      expect(await bars.count()).toBe(HOPS);
      await person.photograph(`journey-whole-${language}`);
      // Scrolled by the keyboard alone; it begins at its end.
      const scroller = page.locator('figure [role=region]');
      const before = await page.evaluate<number>(`document.querySelector('figure [role=region]').scrollLeft`);
      expect(before).toBeGreaterThan(1000);
      await scroller.focus();
      await page.keyboard.press('ArrowLeft');
      const after = () => page.evaluate<number>(`document.querySelector('figure [role=region]').scrollLeft`);
      while ((await after()) >= before) await page.waitForTimeout(50);
      expect(await page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(HOPS);
      await page.setViewportSize(PHONE);
      await person.photograph(`journey-phone-${language}`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(PHONE.width);
      await page.setViewportSize(DESK);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

/** The page says that the file was kept too long; without a reason it is not sent. */
async function explainAndSend(person: Person, file: NamedFile): Promise<void> {
  const { page, t, language } = person;
  await page.goto(`/files/${file.id}`);
  await writeNote(person, 'प्रस्ताव आदेशार्थ प्रस्तुत है।');
  await aimAt(person, 'AO(EST)');
  const bar = page.getByRole('region', { name: t('file.sendBar'), exact: true });
  const field = bar.getByPlaceholder(t('file.explainDelayHint'), { exact: true });
  await page.getByRole('textbox', { name: t('note.composer'), exact: true }).focus();
  await page.keyboard.press('Control+Enter');
  await field.and(page.locator(':focus')).waitFor();
  await bar.getByRole('alert').getByText(t('file.delayFirst'), { exact: true }).waitFor();
  await person.photograph(`kept-long-${language}`);
  await page.setViewportSize(PHONE);
  await person.photograph(`kept-long-phone-${language}`);
  await page.setViewportSize(DESK);
  await field.fill(WHY);
  await sendWithTheKey(person, file.number, 'AO(EST)');
}

/** It stands on the sheet below the note, and among the movements. */
async function readTheExplanation(person: Person, file: NamedFile): Promise<void> {
  const { page, language } = person;
  await page.goto(`/files/${file.id}`);
  await page.getByRole('article').filter({ hasText: WHY }).waitFor();
  await person.photograph(`explained-${language}`);
  await goToTab(person, 'movements');
  await page.getByRole('row').filter({ hasText: WHY }).waitFor();
  await person.photograph(`explained-movements-${language}`);
}

async function stopAndStart(person: Person, file: NamedFile): Promise<void> {
  const { page, t, language } = person;
  await chooseAct(person, t('fileMove.stop_clock'));
  const dialog = page.getByRole('dialog', { name: t('fileMove.stop_clock'), exact: true });
  await dialog.getByRole('combobox', { name: t('clock.reason'), exact: true }).selectOption('court');
  await dialog.getByRole('radio', { name: t('clock.evidence.note'), exact: true }).check();
  await dialog.getByRole('textbox', { name: t('clock.number.note') }).fill('7');
  await dialog.getByRole('button', { name: t('fileMove.stop_clock'), exact: true }).click();
  await dialog.getByRole('alert').or(dialog.getByText('N/7')).first().waitFor();
  await person.photograph(`stop-refused-${language}`);
  await dialog.getByRole('textbox', { name: t('clock.number.note') }).fill('1');
  await dialog.getByRole('button', { name: t('fileMove.stop_clock'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const stands = t('clock.stands', { reason: t('stopReason.court') });
  await page.getByText(stands).first().waitFor();
  await person.photograph(`stopped-${language}`);
  await goTo(person, 'inbox');
  await rowOf(person, file.number).getByText(stands, { exact: true }).waitFor();
  await person.photograph(`stopped-in-the-inbox-${language}`);
  await page.goto(`/files/${file.id}`);
  await page.getByText(stands).first().waitFor();
  await chooseAct(person, t('fileMove.start_clock'));
  await page.getByText(stands).first().waitFor({ state: 'detached' });
}

async function whatWaitsBelow(person: Person, file: NamedFile): Promise<void> {
  const { page, t, language } = person;
  await goTo(person, 'below');
  await rowOf(person, file.number).waitFor();
  // A preview says of its file in the same words how it came.
  await page.getByRole('radiogroup').getByText(t('clock.onlyOverLimit'), { exact: true }).click();
  await rowOf(person, file.number).waitFor();
  await person.photograph(`below-${language}`);
}

/** As if it had come to its desk so many days ago. */
async function keptFor(fileId: string, days: number): Promise<void> {
  await asOwner(office().dataFolder, async (database) => {
    await database.query('ALTER TABLE file_custody DISABLE TRIGGER clock_runs_by_itself');
    await database.query(`UPDATE file_custody SET clock_from = india_today() - $2::int WHERE file_id = $1`, [
      fileId,
      days,
    ]);
    await database.query('ALTER TABLE file_custody ENABLE TRIGGER clock_runs_by_itself');
  });
}

/** Sent on 199 times, now and then returned or over a level; then the register is told that this took its time. */
async function manyHops(fileId: string): Promise<void> {
  const clients = await Promise.all(WAY.map(([name, post]) => Client.signIn(() => office().url, name, post)));
  const note = { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आदेशार्थ प्रस्तुत।' }] }] } };
  const at = (hop: number) => {
    const client = clients[hop % clients.length];
    if (!client) throw new Error('nobody signed in');
    return client;
  };
  await at(0).ask('addNote', { params: { fileId }, body: note });
  for (let hop = 0; hop < HOPS - 1; hop++) {
    const body = { toPostId: at(hop + 1).postId, confirmNote: hop === 0 };
    await at(hop).ask('forwardFile', { params: { fileId }, body });
  }
  await asOwner(office().dataFolder, async (database) => {
    await database.query('ALTER TABLE movement DISABLE TRIGGER USER');
    await database.query(
      `UPDATE movement SET kept_days = CASE WHEN sequence % 23 = 0 THEN 12 ELSE sequence * 7 % 5 END,
         kind = CASE WHEN sequence % 6 = 5 THEN 'returned' ELSE kind END,
         remarks = CASE WHEN sequence % 6 = 5 OR sequence % 23 = 0 OR sequence % 37 = 0 THEN 'कृपया पुनः परीक्षण करें' ELSE remarks END,
         jumped_post_ids = CASE WHEN sequence % 37 = 0 AND sequence % 6 <> 5 THEN ARRAY[by_post_id] ELSE jumped_post_ids END,
         explanation = CASE WHEN sequence % 23 = 0 THEN $2 END, at = at - (200 - sequence) * INTERVAL '2 days'
       WHERE file_id = $1 AND sequence > 1`,
      [fileId, WHY],
    );
    await database.query('ALTER TABLE movement ENABLE TRIGGER USER');
  });
}
