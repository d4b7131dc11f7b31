import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { signIn } from '../../support/page/person';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();

describe.each(LANGUAGES)('The diary, in %s,', (language) => {
  it(
    'is narrowed by its fields, says so on paper, goes to a spreadsheet program as it is shown, and is whole again',
    async () => {
      const other = diaryNumberIn(await new ClerksDesk(office).diarised('ऋण वसूली'), language);
      const person = await office().person({ language });
      const looker = await Looker.of(person);
      await signIn(person, 'ramesh');
      const { page, t } = person;
      await page.goto('/registers/diary');
      const lines = page.getByRole('row');
      await lines.filter({ hasText: other }).waitFor();
      await page.getByRole('button', { name: t('filter.open'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('filter.title'), exact: true });
      await dialog.getByRole('combobox', { name: t('receipts.state'), exact: true }).selectOption('in_file');
      await looker.look('the filter of a register');
      await person.photograph(`register-filter-${language}`);
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.waitForURL('**/registers/diary?state=in_file');
      await lines.filter({ hasText: other }).waitFor({ state: 'detached' });
      await person.photograph(`register-narrowed-${language}`);
      const shown = (await lines.count()) - 1;
      expect(shown).toBeGreaterThan(0);

      const load = (name: string) => person.download(() => page.getByRole('button', { name, exact: true }).click());
      const csv = await load('CSV');
      expect([csv.name.endsWith('.csv'), csv.bytes.subarray(0, 3).toString('hex')]).toEqual([true, 'efbbbf']);
      const text = csv.bytes.toString('utf8');
      expect(text).not.toContain(other);
      const [first] = await lines.nth(1).getByRole('link').allInnerTexts();
      expect(text).toContain(first);
      const xlsx = await load('XLSX');
      expect([xlsx.name.endsWith('.xlsx'), xlsx.bytes.subarray(0, 2).toString()]).toEqual([true, 'PK']);
      const paper = await pdfText((await load(t('registers.pdf'))).bytes);
      expect(paper.replaceAll('\u200b', '')).toContain(t('receiptState.in_file'));

      const chip = `${t('receipts.state')}: ${t('receiptState.in_file')}`;
      await page.getByRole('button', { name: t('filter.takeOff', { filter: chip }), exact: true }).click();
      await lines.filter({ hasText: other }).waitFor();
      expect(page.url()).not.toContain('in_file');
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
