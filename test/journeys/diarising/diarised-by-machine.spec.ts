import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 300_000;
const office = useJourneyOffice();

describe('A letter whose PDF has a text', () => {
  it(
    'fills its own diary entry, each field marked as read by machine, and is diarised by one chord; what is typed stays',
    async () => {
      const person = await office().person();
      const { page, t } = person;
      await signIn(person, 'ramesh');
      await page.goto('/receipts/new');
      const field = (label: string) => page.getByRole('textbox', { name: label });
      await field(t('receipts.senderName')).fill('तहसीलदार, सगड़ी');
      const buffer = Buffer.from(await aTypesetLetter());
      await page
        .getByLabel(t('receipts.chooseScan'))
        .first()
        .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
      await page.getByText(t('receipts.read.certain')).first().waitFor();
      const subject = field(t('receipts.subject'));
      expect(await subject.inputValue()).not.toBe('');
      expect(await field(t('receipts.letterNumberOnly')).inputValue()).not.toBe('');
      expect(await field(t('receipts.senderName')).inputValue()).toBe('तहसीलदार, सगड़ी');

      // Said to whoever does not see it, and shown where it stands to whoever is in the field.
      await subject.focus();
      const described = await subject.getAttribute('aria-describedby');
      expect(described).not.toBeNull();
      await page.getByText(/(पृष्ठ १|पृष्ठ 1|Page 1): “/).waitFor();
      await person.photograph('read-by-machine');
      await page.emulateMedia({ colorScheme: 'dark' });
      await person.photograph('read-by-machine-dark');
      await page.emulateMedia({ colorScheme: 'light' });

      // The mark goes with what the clerk types.
      const marks = await page.getByText(t('receipts.read.certain')).count();
      await page.keyboard.press('End');
      await page.keyboard.type(' 2');
      await expect(page.getByText(t('receipts.read.certain')).count()).resolves.toBe(marks - 1);

      await page.keyboard.press('Alt+F');
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasNotText: t('desk.diarise') })
        .waitFor();
      await person.photograph('diarised-and-put-in-file');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
