import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { goTo, openRow, rowOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('A letter that needs no file, in %s,', (language) => {
  /** Fills the reason of the dialog that is open, and does the act. */
  const giveReason = async ({ page, t }: Person, reason: string) => {
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: t('file.reason'), exact: true });
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText(reason);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it(
    'is closed by its officer with a reason, by keyboard; the diary says so; he reopens it; several are closed at once',
    async () => {
      const forward = { toPostId: await desk.postNamed('AO(EST)') };
      const greeting = await desk.diarised(`स्थापना दिवस की बधाई ${language}`, { forward });
      const others = [
        await desk.diarised(`निमन्त्रण ${language}`, { forward }),
        await desk.diarised(`सूचनार्थ ${language}`, { forward }),
      ];
      const [number, first, second] = [greeting, ...others].map((receipt) => diaryNumberIn(receipt, language));
      if (!number || !first || !second) throw new Error('no letters were diarised');
      const officer = await office().person({ language });
      const looker = await Looker.of(officer);
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;

      await goTo(officer, 'receipts');
      await openRow(officer, number);
      await page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
      await page.getByRole('button', { name: t('receiptMove.close'), exact: true }).waitFor();
      await page.keyboard.press('Shift+X');
      await page.getByRole('dialog').getByText(t('receiptMoves.whyClose')).waitFor();
      await looker.look('closing a receipt without a file');
      await officer.photograph(`close-receipt-${language}`);
      const reason = 'मात्र बधाई सन्देश; कार्यवाही अपेक्षित नहीं';
      await officer.sees(t('receiptMoves.closed', { number }), () => giveReason(officer, reason));
      await page.getByText(reason).first().waitFor();
      await page.getByRole('button', { name: t('receiptMove.reopen'), exact: true }).waitFor();
      expect(await page.getByRole('button', { name: t('receiptMove.forward'), exact: true }).count()).toBe(0);
      await looker.look('a receipt that is closed');
      await officer.photograph(`receipt-closed-${language}`);

      await page.goto('/registers/diary?state=closed');
      const line = page.getByRole('row').filter({ hasText: number });
      await line.getByText(t('receiptState.closed'), { exact: true }).waitFor();
      await line.getByText(reason).waitFor();
      await officer.photograph(`diary-closed-${language}`);

      await line.getByRole('link', { name: number, exact: true }).click();
      await page.getByRole('button', { name: t('receiptMove.reopen'), exact: true }).waitFor();
      await page.keyboard.press('Shift+X');
      await officer.sees(t('receiptMoves.reopened', { number }), () => giveReason(officer, 'स्मरण पत्र प्राप्त हुआ'));
      await page.getByRole('button', { name: t('receiptMove.close'), exact: true }).waitFor();
      await officer.photograph(`receipt-reopened-${language}`);

      await goTo(officer, 'receipts');
      for (const each of [first, second]) {
        await rowOf(officer, each).click();
        await page.keyboard.press('x');
      }
      await page.getByRole('button', { name: t('receiptMove.close'), exact: true }).waitFor();
      await page.keyboard.press('Shift+X');
      await page
        .getByRole('dialog')
        .getByText(t('bulk.receipts.possible', { count: 2 }), { exact: true })
        .waitFor();
      await looker.look('closing several receipts');
      await officer.photograph(`close-receipts-${language}`);
      await officer.sees(t('bulk.receipts.closed', { count: 2 }), () => giveReason(officer, 'सूचनार्थ'));
      for (const each of [first, second]) await rowOf(officer, each).waitFor({ state: 'detached' });
      await rowOf(officer, number).waitFor();

      // Whoever marked it sees that it is closed, and does nothing with it.
      const registry = await office().person({ language });
      await signIn(registry, 'ramesh');
      await registry.page.goto(`/receipts/${others[0]?.id ?? ''}`);
      await registry.page.getByText(t('receiptState.closed'), { exact: true }).first().waitFor();
      for (const move of ['forward', 'reopen', 'correct', 'pull_back'] as const)
        expect(await registry.page.getByRole('button', { name: t(`receiptMove.${move}`) }).count()).toBe(0);
      expect([...looker.found, ...officer.troubles, ...registry.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
