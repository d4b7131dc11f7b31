import type { CaseCategory, FileCreated, NumberHead, Page, PostView } from '@patravali/contract';
import { Looker } from '../../support/page/axe';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, openRow } from '../../support/page/desk';
import { aimAt, goToTab, sendWithTheKey, untilRead, writeNote, untilSaved } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [WORDS, WHY] = ['देयक परीक्षण उपरान्त प्रस्तुत है।', 'कोषागार की अन्तिम तिथि आज है।'];

const office = useJourneyOffice();

describe.each(LANGUAGES)('A file that jumps a level, in %s', (language) => {
  const lookers = new Map<Person, Looker>();
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    lookers.set(person, await Looker.of(person));
    return person;
  }
  const looks = (person: Person, screen: string) => lookers.get(person)?.look(screen);
  const sendBar = ({ page, t }: Person) => page.getByRole('region', { name: t('file.sendBar'), exact: true });
  /** The sentence of a refusal, which a notice says too. */
  const refusal = ({ language: spoken }: Person) =>
    spoken === 'hi' ? /पहले वहीं जाएगी/ : /on its way back it goes there first/;
  const rungs = (person: Person, where = sendBar(person)) =>
    where.getByRole('list', { name: person.t('ladder.label'), exact: true }).getByRole('listitem');

  async function aCase(username: string): Promise<FileCreated> {
    const client = await Client.signIn(() => office().url, username);
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const categories = (await client.ask<Page<CaseCategory>>('listCaseCategories')).items;
    const categoryId = categories.find(({ code }) => code === 'MEDICAL')?.id;
    const body = { headId: head?.id, subject: 'चिकित्सा प्रतिपूर्ति देयक', categoryId };
    return await client.ask<FileCreated>('createFile', { body });
  }

  it(
    'gives its reason, comes back through the post it passed over, and shows both on its ladder',
    async () => {
      const { id, number } = await aCase('vinod');
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${id}`);
      await sendBar(clerk).waitFor();
      expect(await rungs(clerk).count()).toBe(4);
      await sendBar(clerk)
        .getByRole('button', { name: /AO\(EST\)/, pressed: true })
        .waitFor();
      await writeNote(clerk, WORDS);
      await untilSaved(clerk);
      await aimAt(clerk, 'CAO');
      await sendBar(clerk)
        .getByText(t('ladder.jumpsWhy', { post: 'AO(EST)' }), { exact: true })
        .waitFor();
      await clerk.photograph(`a-level-is-jumped-${language}`);
      await looks(clerk, 'a level is jumped');
      await page.keyboard.press('Control+Enter');
      const remarks = page.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true });
      await remarks.fill(WHY);
      await clerk.photograph(`jump-needs-reason-${language}`);
      await page.keyboard.press('Escape');
      // A key in the fields that are closing would be theirs.
      await remarks.waitFor({ state: 'detached' });
      await sendBar(clerk)
        .getByText(t('ladder.jumps', { post: 'AO(EST)' }), { exact: true })
        .waitFor();
      await sendWithTheKey(clerk, number, 'CAO');

      const chief = await comes('mahesh', 'CAO');
      await goTo(chief, 'inbox');
      await openRow(chief, number);
      await sendBar(chief).waitFor();
      await rungs(chief).filter({ hasText: 'AO(EST)' }).getByText(t('rungState.owed')).waitFor();
      await aimAt(chief, 'HA(EST)');
      await sendBar(chief)
        .getByText(t('ladder.wayBack', { post: 'AO(EST)' }), { exact: true })
        .waitFor();
      await chief.photograph(`way-back-first-${language}`);
      await looks(chief, 'the way back');
      await untilRead(chief);
      await chief.page.keyboard.press('Control+Enter');
      await chief.page.getByText(refusal(chief)).first().waitFor();
      await sendBar(chief)
        .getByRole('button', { name: /^↓ AO\(EST\)/ })
        .click();
      await sendWithTheKey(chief, number, 'AO(EST)');

      const officer = await comes('sunita', 'AO(EST)');
      await goTo(officer, 'inbox');
      await openRow(officer, number);
      await sendBar(officer).waitFor();
      await goToTab(officer, 'movements');
      await officer.page.getByText(t('movements.jumped', { post: 'AO(EST)' }), { exact: true }).waitFor();
      await officer.photograph(`journey-with-a-jump-${language}`);
      await looks(officer, 'a journey with a jump');
      await goToTab(officer, 'details');
      const ladder = officer.page.getByRole('region', { name: t('ladder.label'), exact: true });
      expect(await rungs(officer, ladder).count()).toBe(4);
      await officer.photograph(`ladder-in-the-details-${language}`);
      await looks(officer, 'the ladder');

      await ladder.getByRole('link', { name: t('ladder.simulate'), exact: true }).click();
      await officer.page.getByRole('heading', { level: 1, name: t('channel.title'), exact: true }).waitFor();
      await rungs(officer, officer.page.getByRole('main')).filter({ hasText: 'ADDL-COMM(ADM)' }).waitFor();
      await officer.photograph(`way-of-a-case-${language}`);
      await looks(officer, 'the way of a case');
      expect([...clerk.troubles, ...chief.troubles, ...officer.troubles]).toEqual([]);
      expect([...lookers.values()].flatMap(({ found }) => found)).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is given its kind with the cover, the fifth level is warned of, and the auditor sees how many levels files pass',
    async () => {
      const clerk = await comes('pooja');
      const { page, t } = clerk;
      await page.goto('/files/new');
      const kind = page.getByRole('combobox', { name: t('channel.category'), exact: true });
      await kind.selectOption({ label: language === 'hi' ? 'आकस्मिक अवकाश' : 'Casual leave' });
      await clerk.photograph(`new-file-of-a-kind-${language}`);
      await looks(clerk, 'a new file of a kind');

      const fileId = await throughFourLevels();
      const officer = await comes('radhika');
      await officer.page.goto(`/files/${fileId}`);
      await aimAt(officer, 'COMM');
      await sendBar(officer)
        .getByText(t('ladder.fifth', { place: 5, most: 4 }), { exact: true })
        .waitFor();
      await officer.photograph(`fifth-level-${language}`);
      await looks(officer, 'the fifth level');

      const auditor = await comes('sudhir');
      await auditor.page.getByRole('button', { name: t('keys.palette') }).click();
      const palette = auditor.page.getByRole('dialog', { name: t('keys.palette'), exact: true });
      await palette.locator('input:focus').waitFor();
      await auditor.page.keyboard.insertText(t('channel.title'));
      await palette.getByText(t('channel.title'), { exact: true }).waitFor();
      await auditor.page.keyboard.press('Enter');
      await auditor.page.getByRole('heading', { level: 2, name: t('channel.figures'), exact: true }).waitFor();
      await auditor.page.getByRole('rowheader', { name: t('channel.closed'), exact: true }).waitFor();
      await auditor.photograph(`levels-per-file-${language}`);
      await looks(auditor, 'levels per file');
      await auditor.page.setViewportSize({ width: 390, height: 844 });
      await auditor.photograph(`levels-per-file-narrow-${language}`);
      expect([...clerk.troubles, ...officer.troubles, ...auditor.troubles]).toEqual([]);
      expect([...lookers.values()].flatMap(({ found }) => found)).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** A file of no kind that has come to the Additional Commissioner over three desks below. */
  async function throughFourLevels(): Promise<string> {
    const clients = await Promise.all(
      ['vinod', 'pooja', 'ramesh', 'radhika'].map((username) => Client.signIn(() => office().url, username)),
    );
    const posts = (await clients[0]?.ask<Page<PostView>>('listPosts', { query: { limit: '200' } }))?.items ?? [];
    const postOf = (marking: string) => posts.find((post) => post.marking === marking)?.id ?? '';
    const [head] = (await clients[0]?.ask<Page<NumberHead>>('listNumberHeads'))?.items ?? [];
    const body = { headId: head?.id, subject: 'परामर्श' };
    const { id } = (await clients[0]?.ask<FileCreated>('createFile', { body })) ?? { id: '' };
    const note = { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: WORDS }] }] } };
    for (const [index, to] of ['SA(EST)', 'CR(DIARY)', 'ADDL-COMM(JUD)'].entries()) {
      const onward = { toPostId: postOf(to), note, confirmNote: true };
      await clients[index]?.ask('forwardFile', { params: { fileId: id }, body: onward });
    }
    return id;
  }
});
