import type { DraftChanged, DraftIssued, FileCreated, NumberHead, Page } from '@patravali/contract';
import { translateRefusal } from '@patravali/messages';
import type { Locator } from 'playwright-core';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { chooseAct } from '../../support/page/file';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { sentMails } from '../../support/demo/mail';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, openRow } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [INSPECTOR, HEAD, TREASURY] = ['निरीक्षक', 'प्रधानाचार्य', 'कोषाधिकारी'] as const;
const REASON = 'कार्यालय समाप्त';

const office = useJourneyOffice();

describe.each(LANGUAGES)('A file is closed when all is sent, in %s', (language) => {
  const says = (code: string, params: Record<string, unknown>) => translateRefusal(language, code, params);
  const confirmed = `head-${language}@example.in`;

  /** From one file: a letter to an inspector and a head, with a copy to the treasury; and a draft that was left. */
  async function aLetterAndADraft() {
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const body = { headId: head?.id, subject: 'विद्यालयों का निरीक्षण' };
    const file = await officer.ask<FileCreated>('createFile', { body });
    const addressees = [{ name: INSPECTOR, email: 'inspector@example.in' }, { name: HEAD }];
    const content = { ...aLetter(officer.postId), addressees, copyTo: [{ name: TREASURY }] };
    const putUp = async () => {
      const { id } = await officer.ask<DraftChanged>('createDraft', { params: { fileId: file.id }, body: { content } });
      return { draftId: id };
    };
    const [toIssue, left] = [await putUp(), await putUp()];
    await officer.ask('approveDraft', { params: toIssue, body: { draftVersion: 1 } });
    const letter = await officer.ask<DraftIssued>('issueDraft', { params: toIssue });
    const cancelDraft = () => officer.ask('cancelDraft', { params: left, body: { reason: 'आवश्यक नहीं' } });
    return { file, letter, cancelDraft };
  }

  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  /** Closing asks for its reason. */
  async function close(person: Person): Promise<Locator> {
    const { page, t } = person;
    await chooseAct(person, t('fileMove.close'));
    const dialog = page.getByRole('dialog', { name: t('fileMove.close'), exact: true });
    await dialog.getByRole('textbox', { name: t('file.reason'), exact: true }).fill('निस्तारित');
    await dialog.getByRole('button', { name: t('fileMove.close'), exact: true }).click();
    return dialog;
  }

  /** The office says in the same place why it refuses. */
  async function isRefused(person: Person, sentence: string): Promise<void> {
    const dialog = await close(person);
    await dialog.getByText(sentence, { exact: true }).waitFor();
    await person.photograph(`refused-${language}-${sentence.length}`);
    await dialog.getByRole('button', { name: person.t('page.cancel'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  const addressee = ({ page, t }: Person, name: string): Locator =>
    page
      .getByRole('region', { name: t('dispatch.recipients'), exact: true })
      .getByRole('listitem')
      .filter({ hasText: name });
  const byMode = (person: Person, name: string, mode: 'email' | 'by_hand') =>
    addressee(person, name)
      .getByLabel(person.t('dispatch.mode'), { exact: true })
      .selectOption({ label: person.t(`dispatchMode.${mode}`) });
  const choose = (person: Person, name: string, isChosen: boolean) =>
    addressee(person, name)
      .getByRole('checkbox', { name: person.t('dispatch.choose', { name }), exact: true })
      .setChecked(isChosen);

  it(
    'after an addressee is marked, an address confirmed, the mail gone and the draft cancelled; the register shows it all',
    async () => {
      const { file, letter, cancelDraft } = await aLetterAndADraft();
      const officer = await comes('sunita', 'AO(EST)');
      await officer.page.goto(`/files/${file.id}`);
      await isRefused(officer, says('letters-unsent', { number: letter.number, name: INSPECTOR, count: 2 }));

      const dispatcher = await comes('lata');
      const { page, t } = dispatcher;
      await goTo(dispatcher, 'to-dispatch');
      await openRow(dispatcher, letter.number);
      await page.getByText(file.number, { exact: true }).waitFor();
      await choose(dispatcher, INSPECTOR, false);
      await choose(dispatcher, TREASURY, false);
      await byMode(dispatcher, HEAD, 'email');
      await addressee(dispatcher, HEAD)
        .getByText(t('dispatch.noAddress', { post: 'AO(EST)' }))
        .waitFor();
      await dispatcher.photograph(`no-address-${language}`);
      await dispatcher.sees(says('address-unconfirmed', { name: HEAD, post: 'AO(EST)' }), () =>
        page.getByRole('button', { name: t('dispatch.actCount', { count: 1 }), exact: true }).click(),
      );
      expect(await page.getByRole('button', { name: t('dispatch.confirmAddress'), exact: true }).count()).toBe(0);

      await officer.page.goto(`/issues/${letter.issueId}`);
      await addressee(officer, HEAD)
        .getByRole('button', { name: t('dispatch.confirmAddress'), exact: true })
        .click();
      const dialog = officer.page.getByRole('dialog', { name: t('dispatch.confirmAddress'), exact: true });
      await dialog.getByRole('textbox', { name: t('dispatch.email') }).fill(confirmed);
      await officer.photograph(`confirm-address-${language}`);
      await officer.sees(t('dispatch.addressConfirmed', { name: HEAD, email: confirmed }), () =>
        dialog.getByRole('button', { name: t('dispatch.confirm'), exact: true }).click(),
      );

      await page.reload();
      await choose(dispatcher, HEAD, false);
      await choose(dispatcher, TREASURY, false);
      await page.getByRole('button', { name: t('dispatch.markNotToBeSent', { count: 1 }), exact: true }).click();
      const marking = page.getByRole('dialog', { name: t('dispatch.notToBeSent'), exact: true });
      await marking.getByRole('textbox', { name: t('file.reason'), exact: true }).fill(REASON);
      await dispatcher.photograph(`marking-${language}`);
      await dispatcher.sees(t('dispatch.marked', { names: INSPECTOR }), () =>
        marking.getByRole('button', { name: t('dispatch.mark'), exact: true }).click(),
      );
      await addressee(dispatcher, INSPECTOR).getByText(REASON).waitFor();
      await byMode(dispatcher, TREASURY, 'by_hand');
      await dispatcher.sees(`${t('dispatch.done', { count: 1 })} ${t('dispatch.doneQueued', { count: 1 })}`, () =>
        page.getByRole('button', { name: t('dispatch.actCount', { count: 2 }), exact: true }).click(),
      );
      await addressee(dispatcher, HEAD).getByText(t('dispatchState.sent'), { exact: true }).waitFor();
      await addressee(dispatcher, HEAD).getByText(confirmed).first().waitFor();
      await dispatcher.photograph(`sent-${language}`);
      expect(sentMails(office().dataFolder).map(({ to }) => to)).toContain(confirmed);

      await officer.page.goto(`/files/${file.id}`);
      await isRefused(officer, says('drafts-open', { count: 1 }));
      await cancelDraft();
      await officer.page.reload();
      await (await close(officer)).waitFor({ state: 'hidden' });
      await officer.page.getByRole('button', { name: t('fileMove.reopen'), exact: true }).waitFor();

      await page.goto('/registers/dispatch');
      const line = page.getByRole('row').filter({ hasText: letter.number });
      for (const words of [INSPECTOR, REASON, HEAD, TREASURY]) await line.getByText(words).waitFor();
      await line.getByText(t('sendingState.not_to_be_sent'), { exact: true }).waitFor();
      await line.getByText(file.number, { exact: true }).waitFor();
      await dispatcher.photograph(`register-${language}`);
      const { bytes } = await dispatcher.download(() =>
        page.getByRole('button', { name: t('registers.pdf'), exact: true }).click(),
      );
      const inTurn = [
        [INSPECTOR, file.number, REASON, t('sendingState.not_to_be_sent')],
        [HEAD, file.number, t('dispatchState.sent')],
        [TREASURY, file.number, t('dispatchState.sent')],
      ];
      // A long number may break at a zero-width space.
      const lines = (await pdfText(bytes)).replaceAll('\u200b', '').split(letter.number).slice(1);
      expect(lines).toHaveLength(3);
      for (const [index, words] of inTurn.entries())
        expect(words.filter((each) => !lines[index]?.includes(each))).toEqual([]);
      expect([...officer.troubles, ...dispatcher.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
