import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { aTypesetLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { goTo, openRow, rowOf } from '../../support/page/desk';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A cover that is not opened, in %s,', (language) => {
  it(
    'is diarised without a scan, shown so, and completed by who holds it; then it may be put in a file',
    async () => {
      const registry = await office().person({ language });
      const looker = await Looker.of(registry);
      await signIn(registry, 'ramesh');
      const { page: entry, t } = registry;
      await entry.goto('/receipts/new');
      const field = (name: string) => entry.getByRole('textbox', { name, exact: true });
      await entry.getByRole('combobox', { name: t('receipts.unopened'), exact: true }).click();
      await entry.getByRole('option', { name: t('cover.by_name'), exact: true }).click();
      await field(t('receipts.subject')).fill(`नाम से लिफ़ाफ़ा ${language}`);
      await field(t('receipts.senderName')).fill('ज़िला जज');
      await looker.look('diarising an unopened cover');
      await registry.photograph(`diarise-cover-${language}`);
      await entry.keyboard.press('Control+Enter');
      await entry.getByText(t('receipts.noScan', { cover: t('cover.by_name') })).waitFor();
      await registry.photograph(`cover-diarised-${language}`);

      const forward = { toPostId: await desk.postNamed('AO(EST)') };
      const cover = { documentId: undefined, cover: 'sealed', forward };
      const number = diaryNumberIn(await desk.diarised(`मोहर लगा लिफ़ाफ़ा ${language}`, cover), language);
      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page } = officer;
      await goTo(officer, 'receipts');
      await rowOf(officer, number).click();
      await page.getByText(t('receipts.noScan', { cover: t('cover.sealed') })).waitFor();
      await officer.photograph(`cover-on-desk-${language}`);
      await openRow(officer, number);
      const complete = page.getByRole('button', { name: t('receiptMove.complete') });
      await complete.waitFor();
      const put = page.getByRole('button', { name: t('receiptMove.put_in_file') });
      expect(await put.count()).toBe(0);
      await page.keyboard.press('c');
      const dialog = page.getByRole('dialog', { name: t('receipts.completeTitle'), exact: true });
      const buffer = Buffer.from(await aTypesetLetter());
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer });
      const subject = `जाँच आख्या ${language}`;
      await dialog.getByRole('textbox', { name: t('receipts.subject'), exact: true }).fill(subject);
      await dialog.getByText(t('receipts.stored', { n: 1, pages: '1' })).waitFor();
      await officer.photograph(`complete-cover-${language}`);
      await officer.sees(t('receipts.isComplete', { number }), () => page.keyboard.press('Control+Enter'));
      await put.waitFor();
      await page.getByRole('definition').getByText(subject, { exact: true }).waitFor();
      await officer.photograph(`cover-completed-${language}`);
      await page.goto('/registers/diary');
      const line = page.getByRole('row').filter({ hasText: number });
      await line.getByText(`${t('deliveryMode.post')} · ${t('cover.sealed')}`, { exact: true }).waitFor();
      await officer.photograph(`diary-cover-${language}`);
      expect([...looker.found, ...officer.troubles, ...registry.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
