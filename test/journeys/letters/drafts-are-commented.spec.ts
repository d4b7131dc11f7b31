import type { DraftChanged, DraftView, FileCreated, NumberHead, Page } from '@patravali/contract';
import { Looker } from '../../support/page/axe';
import { aLetter, aNote } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';
import { WORDS } from '../../support/office/words';

const JOURNEY_MS = 600_000;
const [FIRST, SECOND] = ['कृपया आख्या 30 दिन में उपलब्ध करायें।', 'कृपया विस्तृत आख्या 15 दिन में उपलब्ध करायें।'];
const office = useJourneyOffice();

describe.each(LANGUAGES)('A draft that two desks write, in %s', (language) => {
  /** The assistant's draft, changed by his officer. */
  async function twoVersions(): Promise<string> {
    const clerk = await Client.signIn(() => office().url, 'vinod');
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = { headId: head?.id, subject: 'विद्यालयों का निरीक्षण' };
    const params = { fileId: (await clerk.ask<FileCreated>('createFile', { body: file })).id };
    const first = { ...aLetter(officer.postId), body: aNote(FIRST).text };
    const { id: draftId } = await clerk.ask<DraftChanged>('createDraft', { params, body: { content: first } });
    await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId, ...WORDS } });
    const body = { content: { ...first, body: aNote(SECOND).text, enclosures: ['प्रारूप'] } };
    const { version } = await officer.ask<DraftView>('getDraft', { params: { draftId } });
    await officer.ask('changeDraft', { params: { draftId }, body, ifMatch: version });
    return draftId;
  }
  async function opens(username: string, draftId: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    await person.page.goto(`/drafts/${draftId}`);
    return person;
  }
  const bodyOf = ({ page, t }: Person) => page.getByRole('textbox', { name: t('draft.body'), exact: true });
  const pane = ({ page, t }: Person, name: 'versions' | 'comments') =>
    page.getByText(t(`draft.pane.${name}`), { exact: true });
  const comments = ({ page, t }: Person) => page.getByRole('region', { name: t('comments.title'), exact: true });

  it(
    'is compared part by part, commented by key on what is marked, answered and resolved; gone words are said to be gone',
    async () => {
      const draftId = await twoVersions();
      const officer = await opens('sunita', draftId, 'AO(EST)');
      const { page, t } = officer;
      await bodyOf(officer).waitFor();
      const looker = await Looker.of(officer);
      await pane(officer, 'versions').click();
      await page.locator('del').getByText('30', { exact: true }).waitFor();
      for (const added of ['15', 'विस्तृत', 'प्रारूप']) await page.locator('ins').getByText(added).first().waitFor();
      await page.getByRole('heading', { name: t('draft.enclosures'), exact: true }).waitFor();
      await officer.photograph(`compared-${language}`);
      await looker.look('two versions compared');

      // The last word of the text, marked and commented by keys.
      await bodyOf(officer).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.keyboard.press('Alt+m');
      const dialog = page.getByRole('dialog', { name: t('comments.new'), exact: true });
      await dialog.locator(':focus').waitFor();
      const marked = await dialog.getByLabel(t('comments.passage'), { exact: true }).inputValue();
      expect(SECOND).toContain(marked);
      expect(marked.length).toBeGreaterThan(3);
      await page.keyboard.type('क्या यह पर्याप्त है?');
      await officer.photograph(`commenting-${language}`);
      await looker.look('a comment being written');
      await officer.sees(t('comments.added'), () => page.keyboard.press('Control+Enter'));
      await dialog.waitFor({ state: 'detached' });
      await comments(officer).getByText('क्या यह पर्याप्त है?').waitFor();

      // The file has left him: he reads the letter on its page, and its comments beside.
      const clerk = await opens('vinod', draftId);
      const sheet = clerk.page.getByRole('document', { name: t('draft.preview'), exact: true });
      await sheet.waitFor();
      await comments(clerk).getByTitle(t('comments.show'), { exact: true }).click();
      await sheet.locator('mark').first().waitFor();
      await clerk.photograph(`passage-shown-${language}`);
      expect(await bodyOf(clerk).count()).toBe(0);
      await comments(clerk)
        .getByRole('button', { name: t('comments.answer'), exact: true })
        .click();
      const answering = clerk.page.getByRole('dialog', { name: t('comments.answer'), exact: true });
      await answering.getByRole('textbox').fill('पर्याप्त है।');
      await clerk.sees(t('comments.answered'), () => clerk.page.keyboard.press('Control+Enter'));
      expect(
        await comments(clerk)
          .getByRole('button', { name: t('comments.resolve'), exact: true })
          .count(),
      ).toBe(0);

      await bodyOf(officer).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Report by the tenth.');
      await comments(officer).getByText(t('comments.gone'), { exact: true }).waitFor();
      await page.reload();
      await bodyOf(officer).waitFor();
      await pane(officer, 'comments').click();
      await comments(officer).getByText('पर्याप्त है।').waitFor();
      await officer.photograph(`passage-gone-${language}`);
      await looker.look('comments');
      await officer.sees(t('comments.resolved'), () =>
        comments(officer)
          .getByRole('button', { name: t('comments.resolve'), exact: true })
          .click(),
      );
      await comments(officer)
        .getByText(t('comments.resolvedOnes', { count: 1 }))
        .waitFor();
      expect(looker.found).toEqual([]);
      expect([...officer.troubles, ...clerk.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
