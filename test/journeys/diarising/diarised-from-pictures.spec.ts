import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { signIn } from '../../support/page/person';
import { scanned } from '../../support/papers/scans';
import { PIXEL, png } from '../../support/pictures/pictures';

const JOURNEY_MS = 600_000;
/** Until a page has been read on a busy machine. */
const READING_MS = 240_000;
const office = useJourneyOffice();

/** A letter as it comes out of a scanner that makes PNGs. */
async function aScannedLetter(): Promise<Buffer> {
  const [page] = await scanned(await aTypesetLetter());
  if (!page) throw new Error('the letter has no page');
  const { width, height, packed } = page;
  const grey = inflateSync(packed);
  return png(width, height, { resolution: 144, pixel: (column, row) => [grey[row * width + column] ?? 0] });
}

describe.each(LANGUAGES)('A letter that comes as pictures, in %s,', (language) => {
  it(
    'gets its pages in order, is read and diarised like a scan, and its pictures are there as they came',
    async () => {
      const person = await office().person({ language });
      const looker = await Looker.of(person);
      const { page, t } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const letter = await aScannedLetter();
      const choose = page.getByLabel(t('receipts.chooseScan')).first();
      const first = { name: 'पृष्ठ-2.jpg', mimeType: 'image/jpeg', buffer: PIXEL };
      const second = { name: 'पृष्ठ-1.png', mimeType: 'image/png', buffer: letter };
      await choose.setInputFiles([first, { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<html>') }]);
      const pages = page.getByRole('listitem').filter({ has: page.getByRole('img') });
      await pages.nth(1).waitFor();
      expect(await page.getByRole('button', { name: t('receipts.takePhotograph') }).count()).toBe(0);

      // What is no picture is refused with its page, and is taken out.
      await page.getByRole('button', { name: t('receipts.pictures.send') }).click();
      await page.getByRole('alert').waitFor();
      await person.photograph(`picture-refused-${language}`);
      await page.getByRole('button', { name: t('receipts.pictures.back') }).click();
      await page.getByRole('button', { name: t('receipts.pictures.takeOut', { page: '2' }) }).click();
      await choose.setInputFiles([second]);
      await pages.nth(1).waitFor();
      await page.getByRole('button', { name: t('receipts.pictures.earlier', { page: '2' }) }).click();
      expect(await pages.allInnerTexts()).toEqual([
        expect.stringContaining('पृष्ठ-1.png'),
        expect.stringContaining('पृष्ठ-2.jpg'),
      ]);
      await looker.look('pictures before they are sent');
      await person.photograph(`pictures-in-order-${language}`);
      await page.getByRole('button', { name: t('receipts.pictures.send') }).click();
      await page.getByText(t('receipts.stored', { n: 2, pages: '2' })).waitFor();
      await page.getByText(t('receipts.read.certain')).first().waitFor({ timeout: READING_MS });
      expect(await page.getByRole('textbox', { name: t('receipts.subject') }).inputValue()).not.toBe('');
      await looker.look('diarising pictures');
      await person.photograph(`pictures-read-${language}`);
      for (const label of ['receipts.subject', 'receipts.senderName'] as const) {
        const field = page.getByRole('textbox', { name: t(label), exact: true });
        await field.fill(`${await field.inputValue()} ${language}`);
      }
      await page.keyboard.press('Control+Enter');

      await page.getByRole('button', { name: t('receipts.pictures.originals') }).click();
      await looker.look('the pictures of a letter');
      await person.photograph(`original-pictures-${language}`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: t('receipts.pictures.page', { page: '1' }) }).click(),
      ]);
      expect(await readFile(await download.path())).toEqual(letter);
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is photographed page by page with a phone',
    async () => {
      const person = await office().person({ language, phone: true });
      const looker = await Looker.of(person);
      const { page, t } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const photograph = async (name: string) => {
        const button = page.getByRole('button', { name: t('receipts.takePhotograph') });
        const [camera] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
        expect(await camera.element().getAttribute('capture')).toBe('environment');
        await camera.setFiles({ name, mimeType: 'image/jpeg', buffer: PIXEL });
        await page.getByRole('img', { name: t('receipts.pictures.page', { page: name.slice(0, 1) }) }).waitFor();
      };
      await page.getByRole('button', { name: t('receipts.takePhotograph') }).waitFor();
      await person.photograph(`phone-diarising-${language}`);
      await photograph('1.jpg');
      await photograph('2.jpg');
      await looker.look('photographs on a phone');
      await person.photograph(`phone-photographs-${language}`);
      await page.getByRole('button', { name: t('receipts.pictures.send') }).click();
      await page.getByText(t('receipts.stored', { n: 2, pages: '2' })).waitFor();
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
