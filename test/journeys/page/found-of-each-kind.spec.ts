import type { DraftChanged, DraftIssued, SearchAnswer, SearchKind } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import en from '../../../libs/office/messages/src/en/refusals.json';
import hi from '../../../libs/office/messages/src/hi/refusals.json';
import { aLetter, aNote } from '../../support/http/clerks';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { LANGUAGES } from '../../support/language/languages';
import { Looker } from '../../support/page/axe';
import { pickPost } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
/** Words that stand nowhere else in the demo office. */
const IN_NOTES = 'हिमस्खलन';
const IN_LETTERS = 'मधुमक्खी';
/** More than one page of a kind. */
const NOTES = 52;

const refusals = { hi, en };

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

const ids = { file: '', draft: '', issue: '', receipt: '' };

beforeAll(async () => {
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  const clerk = await desk.clerk();
  const [file] = await desk.files('पर्वतीय मार्ग');
  if (!file) throw new Error('no file was made');
  ids.file = file.id;
  for (let hop = 0; hop < NOTES; hop++) {
    const [from, to] = hop % 2 === 0 ? [clerk, officer] : [officer, clerk];
    const params = { fileId: file.id };
    await from.ask('addNote', { params, body: aNote(`${IN_NOTES} से मार्ग अवरुद्ध है: ${hop + 1}`) });
    await from.ask('forwardFile', { params, body: { toPostId: to.postId, confirmNote: true } });
  }
  const params = { fileId: file.id };
  await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId } });
  const letter = { ...aLetter(officer.postId), subject: `${IN_LETTERS} पालन` };
  const draft = await officer.ask<DraftChanged>('createDraft', { params, body: { content: letter } });
  ids.draft = draft.id;
  const issued = await officer.ask<DraftChanged>('createDraft', { params, body: { content: letter } });
  const ofIssued = { draftId: issued.id };
  await officer.ask('approveDraft', { params: ofIssued, body: { draftVersion: 1 } });
  ids.issue = (await officer.ask<DraftIssued>('issueDraft', { params: ofIssued })).issueId;
  const forward = { toPostId: officer.postId };
  ids.receipt = (await desk.diarised(`${IN_LETTERS} के छत्ते`, { senderName: 'मधु ग्रामोद्योग समिति', forward })).id;
  await desk.diarised(`${IN_LETTERS} के छत्ते, मधु समिति के विरुद्ध`, { forward });
  await untilFound(officer, { q: IN_NOTES }, ['note']);
  await untilFound(officer, { q: IN_LETTERS }, ['receipt', 'draft', 'issue']);
}, JOURNEY_MS);

/** Until the search knows of what was written a moment ago. */
async function untilFound(client: Client, query: Readonly<Record<string, string>>, kinds: SearchKind[]): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await client.ask<SearchAnswer>('searchOffice', { query });
    if (kinds.every((kind) => answer.kinds.some((found) => found.kind === kind))) return;
    await sleep(500);
  }
  throw new Error(`not found: ${kinds.join(', ')}`);
}

const address = (q: string, kind?: SearchKind) =>
  `/search?q=${encodeURIComponent(q)}${kind === undefined ? '' : `&kind=${kind}`}`;
const rowsOf = ({ page }: Person): Locator => page.getByRole('main').getByRole('listitem');
const rowWith = (person: Person, words: string): Locator =>
  rowsOf(person).filter({ has: person.page.locator('mark', { hasText: words }) });

describe.each(LANGUAGES)('What was found of each kind, in %s,', (language) => {
  it(
    'is shown from the newest, all of it when asked for, and page after page',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      await page.goto(address(IN_NOTES));
      await rowWith(person, IN_NOTES).first().waitFor();
      expect(await rowWith(person, IN_NOTES).count()).toBe(5);
      const kind = t('search.kind.note');
      await page.getByRole('link', { name: t('search.more', { kind }), exact: true }).click();
      await page.waitForURL(`**${address(IN_NOTES, 'note')}`);
      await rowWith(person, IN_NOTES).nth(10).waitFor();
      const first = rowsOf(person).filter({ has: page.getByText('N/1', { exact: true }) });
      expect(await first.count()).toBe(0);
      await page.getByRole('button', { name: t('page.more'), exact: true }).click();
      await first.getByRole('button').click();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/files/${ids.file}?note=1&found=**`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'opens where it stands: a draft, an issued letter, a person, a post',
    async () => {
      const person = await office().person({ language });
      await signIn(person, 'sunita', 'AO(EST)');
      const { page, t } = person;
      const open = async (q: string, kind: SearchKind) => {
        await page.goto(address(q, kind));
        await rowsOf(person).first().waitFor();
        await page.keyboard.press('Enter');
      };
      await open(IN_LETTERS, 'draft');
      await page.waitForURL(`**/drafts/${ids.draft}`);
      await open(IN_LETTERS, 'issue');
      await page.waitForURL(`**/issues/${ids.issue}?found=**`);
      await page.locator('[data-page="0"] mark').first().waitFor();
      await person.photograph(`found-issue-${language}`);
      await open('विनोद', 'person');
      const dialog = (kind: SearchKind) => page.getByRole('dialog', { name: t(`search.kind.${kind}`), exact: true });
      await dialog('person').getByText('HA(EST)').waitFor();
      await open('HA(EST)', 'post');
      await dialog('post').getByText('HA(EST)').first().waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is narrowed to days, a unit and a sender, and widened again',
    async () => {
      const person = await office().person({ language });
      const looker = await Looker.of(person);
      await signIn(person, 'sunita', 'AO(EST)');
      const { page, t } = person;
      await page.goto(address(IN_LETTERS));
      await rowWith(person, IN_LETTERS).nth(3).waitFor();
      await page.keyboard.press('l');
      const dialog = page.getByRole('dialog', { name: t('search.narrow'), exact: true });
      await dialog.getByRole('textbox', { name: t('search.sender'), exact: true }).fill('madhu samiti');
      const today = dayInIndia(new Date());
      await dialog.getByRole('textbox', { name: t('page.dayFrom'), exact: true }).fill(today);
      await looker.look('to what results are narrowed');
      await person.photograph(`narrowing-${language}`);
      await dialog.getByRole('button', { name: t('desk.show'), exact: true }).click();
      await page.waitForURL(`**from=${today}**sender=madhu**`);
      await rowWith(person, IN_LETTERS).nth(1).waitFor({ state: 'detached' });
      await rowWith(person, IN_LETTERS).waitFor();
      await looker.look('narrowed results');
      await looker.lookInTheDark('narrowed results');
      await person.photograph(`narrowed-${language}`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/receipts/${ids.receipt}`);
      await page.goBack();

      const chips = page.getByRole('group', { name: t('search.narrow'), exact: true });
      await chips.getByRole('button', { name: `${t('search.sender')}: madhu samiti` }).click();
      await rowWith(person, IN_LETTERS).nth(2).waitFor();
      await page.goto(`${address(IN_LETTERS)}&to=2020-12-31`);
      await page.getByText(t('search.noneNarrowed'), { exact: true }).waitFor();
      await page.goto(`${address(IN_LETTERS)}&unitId=00000000-0000-4000-8000-000000000000`);
      await page.getByRole('alert').filter({ hasText: refusals[language]['unknown-unit'] }).waitFor();
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is narrowed to the post that has it and to a state, kept as a view, opened again, named anew and deleted',
    async () => {
      const person = await office().person({ language });
      const looker = await Looker.of(person, true);
      await signIn(person, 'sunita', 'AO(EST)');
      const { page, t } = person;
      const holder = t('search.with');
      await page.goto(address(IN_LETTERS));
      await rowWith(person, IN_LETTERS).nth(3).waitFor();
      await page.keyboard.press('l');
      const narrowing = page.getByRole('dialog', { name: t('search.narrow'), exact: true });
      await narrowing.getByRole('combobox', { name: t('search.state'), exact: true }).selectOption('open');
      await pickPost(person, holder, 'AO(EST)');
      await looker.look('a post and a state to narrow to');
      await narrowing.getByRole('button', { name: t('desk.show'), exact: true }).click();
      await page.waitForURL(`**holderId=*state=open**`);
      await rowWith(person, IN_LETTERS).nth(3).waitFor();
      const people = [t('search.kind.person'), t('search.kind.post')].join(', ');
      const lacked = [t('search.with'), t('search.state')].join(', ');
      await page.getByText(t('search.leftOut', { kinds: people, filters: lacked }), { exact: true }).waitFor();
      await looker.look('what a post has, narrowed');
      await looker.lookInTheDark('what a post has, narrowed');

      const kept = page.getByRole('dialog', { name: t('views.title'), exact: true });
      const keeping = page.getByRole('dialog', { name: t('views.keepTitle'), exact: true });
      const keep = async (name: string) => {
        await page.keyboard.press('v');
        await kept.getByRole('button', { name: `${t('views.keep')}…`, exact: true }).click();
        await keeping.getByRole('textbox').fill(name);
        await page.keyboard.press('Control+Enter');
      };
      const name = `${IN_LETTERS} ${language}`;
      await keep(name);
      await keeping.waitFor({ state: 'detached' });

      // Where the views of the inbox stand, it stands as well.
      await page.goto('/desk/inbox');
      await rowsOf(person).first().waitFor();
      await page.keyboard.press('l');
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(`**/search?**state=open**`);
      await rowWith(person, IN_LETTERS).nth(3).waitFor();

      // Two are not alike.
      await page.goto(`${address(IN_LETTERS)}&state=closed`);
      await page.getByText(t('search.noneNarrowed'), { exact: true }).waitFor();
      await keep(name);
      const taken = refusals[language]['view-name-taken'].replace('{name}', name);
      await keeping.getByText(taken, { exact: true }).waitFor();
      await looker.look('a name that another view has');
      await page.keyboard.press('Escape');
      await keeping.waitFor({ state: 'detached' });

      await page.keyboard.press('v');
      await looker.look('kept views');
      await kept.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(`**/search?**state=open**`);
      const changing = page.getByRole('dialog', { name: t('views.change'), exact: true });
      const change = async () => {
        await page.keyboard.press('v');
        await kept.getByRole('button', { name: `${t('views.keep')}…`, exact: true }).click();
        await changing.waitFor();
      };
      await change();
      await changing.getByRole('textbox').fill(`${name} 2`);
      await page.keyboard.press('Control+Enter');
      await changing.waitFor({ state: 'detached' });
      await page.keyboard.press('v');
      await kept.getByRole('link', { name: `${name} 2`, exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await change();
      await changing.getByRole('button', { name: t('views.delete'), exact: true }).click();
      await changing.waitFor({ state: 'detached' });
      await page.keyboard.press('v');
      await kept.getByText(t('views.none'), { exact: true }).waitFor();
      await page.keyboard.press('Escape');

      await page.goto(`${address('विनोद', 'person')}&state=open`);
      const lacks = { kind: t('search.kind.person'), filters: t('search.state') };
      await page.getByText(t('search.lacks', lacks), { exact: true }).waitFor();
      await looker.look('people in a state');
      await page.goto(`${address(IN_LETTERS)}&holderId=00000000-0000-4000-8000-000000000000`);
      await page.getByRole('alert').filter({ hasText: refusals[language]['unknown-post'] }).first().waitFor();
      expect([...looker.found, ...person.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
