import { pageTexts } from '../../../libs/platform/typesetting/test/pdf-text';
import { aNote } from '../../support/http/clerks';
import { chooseRow, ClerksDesk, type NamedFile, tabTo } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { aLetterOfPages } from '../../support/journeys/letter';
import { tellStory } from '../../support/journeys/steps';
import { rowOf, tabOf } from '../../support/page/desk';
import { discussionsTab, discussionsOf, goToDiscussions } from '../../support/page-acts/discussions';
import { sendWithTheKey, untilSaved } from '../../support/page/file';
import { noteOn, SUBJECTS } from '../../support/journeys/subjects';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PAGES = 3;
const [PARTY, CLERK] = ['अग्रणी बैंक प्रबन्धक', 'प्रधान सहायक (स्थापना)'];
const CORRECTION = ' व्यय स्वीकृत सीमा के भीतर है।';
const OTHER_SUBJECT = 'बजट समर्पण';
const DISCUSSED = 'दूरभाष पर चर्चा हुई: बजट की शेष धनराशि इसी माह समर्पित की जायेगी।';
const REASON = 'चिकित्सक का प्रमाण-पत्र संलग्न करें।';

describe('An officer’s hour, with the keys alone', () => {
  const office = useJourneyOffice();
  const desk = new ClerksDesk(office);

  /** What the clerk sends up: a letter lies in the first file, and the note of the last is up for correction. */
  async function sentUp(): Promise<NamedFile[]> {
    const clerk = await desk.clerk();
    const toPostId = await desk.postNamed('AO(EST)');
    const files = (await desk.files(...SUBJECTS.toReversed())).toReversed();
    const [withLetter, ...others] = files;
    if (!withLetter) throw new Error('no files were made');
    const { id: receiptId } = await desk.receipt('अवकाश लेखे का सत्यापन', await aLetterOfPages(PAGES));
    await clerk.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: withLetter.id, flag: null } });
    for (const { id: fileId, subject } of [...others.toReversed(), withLetter]) {
      const params = { fileId };
      await clerk.ask('addNote', { params, body: aNote(noteOn(subject)) });
      if (subject === SUBJECTS.at(-1)) await clerk.ask('putUpForCorrection', { params, body: { toPostId } });
      else await clerk.ask('forwardFile', { params, body: { toPostId, confirmNote: true } });
    }
    return files;
  }

  /** What the clerk noted of a discussion with the officer, on a file that goes elsewhere; and its number. */
  async function discussedByTheClerk(): Promise<string> {
    const [file] = await desk.files(OTHER_SUBJECT);
    if (!file) throw new Error('no file was made');
    const discussedWith = [await desk.postNamed('AO(EST)')];
    const note = { ...aNote(DISCUSSED), kind: 'discussion', discussedWith };
    const body = { toPostId: await desk.postNamed('SA(EST)'), note, confirmNote: true };
    await (await desk.clerk()).ask('forwardFile', { params: { fileId: file.id }, body });
    return file.number;
  }

  it(
    'reads twelve files, corrects a note, quotes, extracts a page, returns a file and confirms a discussion',
    async () => {
      const files = await sentUp();
      const discussed = await discussedByTheClerk();
      const [quoting, returned] = files;
      const corrected = files.at(-1);
      if (!quoting || !returned || !corrected) throw new Error('no files were made');
      const officer = await office().person();
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      const green = page.getByRole('region', { name: t('note.green', { number: 1 }), exact: true });
      const references = composer.locator('[data-reference]');
      const sheet = page.getByRole('document', {
        name: t('correspondence.title', { serial: 1, party: PARTY }),
        exact: true,
      });
      const pointed = await whatIsPointedAt(officer);

      await tellStory([
        {
          name: 'reads twelve files one after the other',
          work: async () => {
            await tabTo(officer, tabOf(officer, 'inbox'));
            await page.keyboard.press('Enter');
            await page.waitForURL('**/desk/inbox');
            await chooseRow(officer, quoting.number);
            await officer.photograph('hour-inbox');
            await page.keyboard.press('Enter');
            for (const file of files) {
              if (file !== quoting) await page.keyboard.press(']');
              await page.getByRole('heading', { level: 1, name: file.subject, exact: true }).waitFor();
              const written = file === corrected ? composer : noteOf(officer, 1);
              await written.getByText(noteOn(file.subject)).waitFor();
            }
            await officer.photograph('hour-twelfth');
          },
        },
        {
          name: 'corrects the note of the clerk, confirms it as her own and sends it',
          work: async () => {
            await page.getByRole('region', { name: t('file.correctionBar'), exact: true }).waitFor();
            await page.keyboard.press('n');
            await composer.and(page.locator(':focus')).waitFor();
            await page.keyboard.type(CORRECTION);
            await untilSaved(officer);
            await officer.photograph('hour-correcting');
            await page.keyboard.press('Control+Enter');
            await green.getByText(noteOn(corrected.subject) + CORRECTION).waitFor();
            await officer.photograph('hour-own-note');
            await sendToTheSuperior(officer, corrected.number);
          },
        },
        {
          name: 'extracts the page that is seen',
          work: async () => {
            await chooseRow(officer, quoting.number);
            await page.keyboard.press('Enter');
            await untilTheSheetReads(page, 'sheet 1.');
            await tabTo(officer, sheet);
            await page.keyboard.press('ArrowRight');
            await page.getByText(t('viewer.pageOf', { page: 2, pages: PAGES }), { exact: true }).waitFor();
            await officer.photograph('hour-second-page');
            const { name, bytes } = await officer.download(() => page.keyboard.press('e'));
            expect(name).toContain('C-2');
            expect(await pageTexts(bytes)).toEqual([expect.stringMatching(/sheet 2\..*C\/2/s)]);
          },
        },
        {
          name: 'quotes the letter and the note of the clerk, each from what is offered, and sends the file',
          work: async () => {
            await page.keyboard.press('n');
            await composer.and(page.locator(':focus')).waitFor();
            await page.keyboard.type('पत्र ');
            await takeTheFirstOffered(officer, 'C/ ', `C/1 ${PARTY}`);
            await page.keyboard.type('तथा टिप्पणी ');
            await takeTheFirstOffered(officer, 'N/ ', `N/1 ${CLERK}`);
            await page.keyboard.type('के क्रम में स्वीकृति की संस्तुति है।');
            const words = 'पत्र C/1 तथा टिप्पणी N/1 के क्रम में स्वीकृति की संस्तुति है।';
            expect(await composer.textContent()).toBe(words);
            expect(await references.allTextContents()).toEqual(['C/1', 'N/1']);
            await untilSaved(officer);
            await officer.photograph('hour-quoting');
            await sendToTheSuperior(officer, quoting.number);
          },
        },
        {
          name: 'returns a file with a reason',
          work: async () => {
            await chooseRow(officer, returned.number);
            await page.keyboard.press('Enter');
            await page.getByRole('button', { name: t('acts.putUpAgain'), exact: true }).waitFor();
            await page.keyboard.press('r');
            const dialog = page.getByRole('dialog', { name: t('acts.putUpAgain'), exact: true });
            const reason = dialog.getByRole('textbox', { name: t('file.reason'), exact: true });
            await reason.and(page.locator(':focus')).waitFor();
            await page.keyboard.type(REASON);
            await officer.photograph('hour-returning');
            const sentence = t('file.returnedTo', { number: returned.number, post: 'HA(EST)' });
            await officer.sees(sentence, () => page.keyboard.press('Control+Enter'));
            await page.waitForURL('**/desk/inbox');
            await rowOf(officer, returned.number).waitFor({ state: 'detached' });
          },
        },
        {
          name: 'confirms what was discussed',
          work: async () => {
            await goToDiscussions(officer);
            await chooseRow(officer, discussed);
            await page.getByText(DISCUSSED).last().waitFor();
            // She is above the desks where the file has been, so she is told what it is about.
            await page.getByText(OTHER_SUBJECT).waitFor();
            await officer.photograph('hour-discussion');
            await officer.sees(t('discussion.said.confirmed', { number: discussed }), () => page.keyboard.press('y'));
            await discussionsOf(officer).getByText(t('discussionAnswer.confirmed')).waitFor();
            await discussionsTab(officer).getByText('1', { exact: true }).waitFor({ state: 'detached' });
            expect((await discussionsTab(officer).innerText()).trim()).toBe(t('discussion.open'));
            await officer.photograph('hour-done');
          },
        },
      ]);
      expect(await pointed()).toEqual([]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});

const noteOf = ({ page, t }: Person, number: number) =>
  page.getByRole('article', { name: t('note.number', { number }), exact: true });

/** The first digit chooses the desk that the page offers first; outside the text, or with Alt within it. */
async function sendToTheSuperior(officer: Person, number: string): Promise<void> {
  const { page, t } = officer;
  const bar = page.getByRole('region', { name: t('file.sendBar'), exact: true });
  const superior = bar.getByRole('button', { name: '↑ CAO', exact: true });
  await superior.waitFor();
  await page.keyboard.press('Alt+1');
  await superior.and(page.locator('[aria-pressed="true"]')).waitFor();
  await sendWithTheKey(officer, number, 'CAO');
  await rowOf(officer, number).waitFor({ state: 'detached' });
}

/** Types the letters of a sheet and takes the first of what is offered for them; then one writes on. */
async function takeTheFirstOffered(officer: Person, letters: string, offered: string): Promise<void> {
  const { page, t } = officer;
  await page.keyboard.type(letters);
  const first = page.getByRole('menu').getByRole('menuitem').first();
  await first.and(page.locator(':focus')).waitFor();
  expect((await first.textContent())?.trim()).toBe(offered);
  await officer.photograph(`hour-offered-${letters.charAt(0)}`);
  await page.keyboard.press('Enter');
  await page
    .getByRole('textbox', { name: t('note.composer'), exact: true })
    .and(page.locator(':focus'))
    .waitFor();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** Remembers from now on whatever a mouse or a finger presses; a page that was loaded anew would have forgotten. */
async function whatIsPointedAt({ page }: Person): Promise<() => Promise<string[]>> {
  await page.evaluate(`window.pointedAt = [];
    addEventListener('pointerdown', ({ target }) => window.pointedAt.push(target.outerHTML.slice(0, 100)), true)`);
  return () => page.evaluate<string[]>('window.pointedAt');
}
