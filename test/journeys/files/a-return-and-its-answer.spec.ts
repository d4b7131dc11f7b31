import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { goTo, lookAgain, openRow, rowOf } from '../../support/page/desk';
import {
  aimAt,
  chooseAct,
  decide,
  decisionOf,
  goToTab,
  moveWithReason,
  sendWithTheKey,
  untilSaved,
  writeNote,
} from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'प्राक्कलन संलग्न नहीं है';
const [FIRST, ANSWER] = ['नलकूप की मरम्मत का प्रस्ताव आदेशार्थ प्रस्तुत।', 'प्राक्कलन संलग्न कर दिया गया है।'];

const office = useJourneyOffice();

describe.each(LANGUAGES)('A return and its answer, in %s', (language) => {
  async function aFile(): Promise<FileCreated> {
    const client = await Client.signIn(() => office().url, 'vinod');
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    return await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'नलकूप की मरम्मत' } });
  }

  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  const reads = ({ page }: Person, name: string) => page.getByRole('article', { name, exact: true });
  const isRefused = (person: Person, code: 'first-note-needs-words' | 'returned-file-needs-words') =>
    person.sees(messagesOf('refusals', language)[code], () => person.page.keyboard.press('Control+Enter'));

  it(
    'stand on the sheet, at the desk, in the register and on paper',
    async () => {
      const { id, number } = await aFile();
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${id}`);
      await aimAt(clerk, 'AO(EST)');
      expect(await decisionOf(clerk).count()).toBe(0);
      await isRefused(clerk, 'first-note-needs-words');
      await writeNote(clerk, `${FIRST} C/9 `);
      await page.getByText(t('note.deadReference', { labels: 'C/9' }), { exact: true }).waitFor();
      for (let key = 0; key < 4; key++) await page.keyboard.press('Backspace');
      await untilSaved(clerk);
      await sendWithTheKey(clerk, number, 'AO(EST)');

      const officer = await comes('sunita', 'AO(EST)');
      await goTo(officer, 'inbox');
      await openRow(officer, number);
      await officer.sees(t('file.returnedTo', { number, post: 'HA(EST)' }), () =>
        moveWithReason(officer, 'return', REASON),
      );

      await lookAgain(clerk, 'inbox');
      await rowOf(clerk, number).getByText(t('desk.returned')).waitFor();
      await clerk.photograph(`returned-row-${language}`);
      await openRow(clerk, number);
      await reads(clerk, t('note.returnedTo', { post: 'HA(EST)' }))
        .getByText(REASON, { exact: true })
        .waitFor();
      await clerk.photograph(`returned-sheet-${language}`);
      expect(await reads(clerk, t('note.number', { number: 2 })).count()).toBe(0);
      await aimAt(clerk, 'AO(EST)');
      await isRefused(clerk, 'returned-file-needs-words');
      await writeNote(clerk, ANSWER);
      await untilSaved(clerk);
      await sendWithTheKey(clerk, number, 'AO(EST)');

      await lookAgain(officer, 'inbox');
      await openRow(officer, number);
      await decide(officer, 'not_approved');
      await officer.page.getByText(t('note.decisionNeedsWords'), { exact: true }).waitFor();
      await decide(officer, 'approved');
      await aimAt(officer, 'HA(EST)');
      await officer.page.getByRole('button', { name: new RegExp(`^${t('action.for_necessary_action')} `) }).waitFor();
      await sendWithTheKey(officer, number, 'HA(EST)');

      await lookAgain(clerk, 'inbox');
      await rowOf(clerk, number).getByText(t('decision.approved'), { exact: true }).waitFor();
      await rowOf(clerk, number).getByText(t('action.for_necessary_action')).waitFor();
      await openRow(clerk, number);
      await reads(clerk, t('note.number', { number: 3 }))
        .getByText(t('decision.approved'), { exact: true })
        .waitFor();
      await clerk.photograph(`answered-sheet-${language}`);
      const { bytes } = await clerk.download(async () => {
        await chooseAct(clerk, t('acts.noteSheetPdf'));
      });
      const lines = [FIRST, t('note.returnedTo', { post: 'HA(EST)' }), REASON, ANSWER, t('decision.approved')];
      await readsInOrder(bytes, lines);
      expect(await pdfText(bytes)).not.toContain(t('signatureAlone.agreement'));
      await goToTab(clerk, 'movements');
      const decided = page.getByRole('row').filter({ hasText: t('action.for_necessary_action') });
      await decided.getByRole('cell', { name: t('decision.approved'), exact: true }).waitFor();
      await clerk.photograph(`movements-${language}`);
      expect([...clerk.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
