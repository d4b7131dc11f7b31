import type { FileView, InboxFile, Page as PageOf } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import type { Locator } from 'playwright-core';
import { aNote } from '../../support/http/clerks';
import { boxOf, chooseRow, ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { asOwner } from '../../support/processes/office-owner';
import { rowOf } from '../../support/page/desk';
import { decisionOf, writeNote } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const LINES = 'प्रस्ताव का परीक्षण किया गया।\nव्यय स्वीकृत सीमा के भीतर है।\nनियमानुसार कार्यवाही की जाय।\nआदेशार्थ प्रस्तुत।';
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)("The officer's hand, in %s,", (language) => {
  const bar = ({ page, t }: Person) => page.getByRole('region', { name: t('file.sendBar'), exact: true });
  const composer = ({ page, t }: Person) => page.getByRole('textbox', { name: t('note.composer'), exact: true });
  const sheet = ({ page, t }: Person) => page.getByRole('region', { name: t('note.sheet'), exact: true });
  const focused = (person: Person, place: Locator) => place.and(person.page.locator(':focus')).waitFor();
  const isSaid = (person: Person, sentence: string) =>
    bar(person).getByRole('alert').getByText(sentence, { exact: true }).waitFor();

  /** Files of these subjects that the clerk has sent to the officer, the first of them on top of the inbox. */
  async function sentUp(...subjects: readonly string[]): Promise<NamedFile[]> {
    const clerk = await desk.clerk();
    const toPostId = await desk.postNamed('AO(EST)');
    const files = await desk.files(...subjects.map((subject) => `${subject} ${language}`));
    for (const { id: fileId } of files.toReversed())
      await clerk.ask('forwardFile', {
        params: { fileId },
        body: { toPostId, note: aNote('आदेशार्थ प्रस्तुत।'), confirmNote: true },
      });
    return files;
  }

  async function officerOpens(
    { number, subject }: NamedFile,
    first: (person: Person) => Promise<void> = () => Promise.resolve(),
  ): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, 'sunita', 'AO(EST)');
    await person.page.goto('/desk/inbox');
    await chooseRow(person, number);
    await first(person);
    await person.page.keyboard.press('Enter');
    await person.page.getByRole('heading', { level: 1, name: subject, exact: true }).waitFor();
    await bar(person).waitFor();
    return person;
  }

  it(
    'agrees with one key no sooner than the file can have been read, and only from the note or the send bar',
    async () => {
      const [file] = (await sentUp('एक कुंजी की सहमति')) as [NamedFile];
      // However slow the machine is.
      const noTimePasses = async ({ page }: Person) => {
        await page.evaluate('performance.now = () => 5_000');
      };
      const officer = await officerOpens(file, noTimePasses);
      const { page, t } = officer;
      await focused(officer, sheet(officer));
      await page.keyboard.press('Control+Enter');
      const sentence = { note: '1', post: 'CAO' };
      await isSaid(officer, t('file.agreementTooSoon', sentence));
      const act = bar(officer).getByRole('button', { name: new RegExp(`^${t('file.sendSignature')}`) });
      await focused(officer, act);
      await page.evaluate(`performance.now = () => 7_000`);
      await sheet(officer).focus();
      await page.keyboard.press('Control+Enter');
      await isSaid(officer, t('file.agreementFirst', sentence));
      await officer.photograph(`hand-agreement-${language}`);
      await focused(officer, act);
      await officer.sees(t('file.sentTo', { number: file.number, post: 'CAO' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'leaves the text with Escape, decides with a, marks to with a digit and goes on with the next file by one key',
    async () => {
      const [first, second] = (await sentUp('हाथ कुंजियों पर', 'उसके बाद की पत्रावली')) as [NamedFile, NamedFile];
      const officer = await officerOpens(first);
      const { page, t } = officer;
      await page.keyboard.press('n');
      await focused(officer, composer(officer));
      await page.keyboard.insertText('स्वीकृत।');
      await page.keyboard.press('Escape');
      await focused(officer, bar(officer));
      await page.keyboard.press('a');
      await decisionOf(officer)
        .getByRole('button', { name: t('decision.approved'), pressed: true })
        .waitFor();
      await page.keyboard.press('2');
      const clerk = bar(officer).getByRole('button', { name: /HA\(EST\)$/ });
      await focused(officer, clerk.and(page.locator('[aria-pressed="true"]')));
      await officer.photograph(`hand-decided-${language}`);
      await officer.sees(t('file.sentTo', { number: first.number, post: 'HA(EST)' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      await page.waitForURL('**/desk/inbox');
      expect(await page.evaluate('document.activeElement === document.body')).toBe(false);
      await page.getByRole('button', { name: t('file.next'), exact: true }).waitFor();
      await officer.photograph(`hand-next-${language}`);
      await page.keyboard.press(']');
      await page.getByRole('heading', { level: 1, name: second.subject, exact: true }).waitFor();
      await focused(officer, sheet(officer));
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'takes a decision back with u: list, head, sheet and paper say that it is none',
    async () => {
      const [file] = (await sentUp('वापस लिया गया निर्णय')) as [NamedFile];
      const officer = await officerOpens(file);
      const { page, t } = officer;
      await page.keyboard.press('a');
      await decisionOf(officer)
        .getByRole('button', { name: t('decision.approved'), pressed: true })
        .waitFor();
      await officer.sees(t('file.sentTo', { number: file.number, post: 'CAO' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      await page.waitForURL('**/desk/inbox');
      await officer.sees(t('file.noteTakenBack', { number: file.number, note: '2' }), () => page.keyboard.press('u'));
      const row = rowOf(officer, file.number);
      await row.waitFor();
      expect(await row.getByText(t('decision.approved'), { exact: true }).count()).toBe(0);
      await officer.photograph(`hand-undone-${language}`);
      await page.goto(`/files/${file.id}`);
      const note = page.getByRole('article', { name: t('note.number', { number: 2 }), exact: true });
      await note.getByText(t('note.takenBackUnopened'), { exact: true }).waitFor();
      await officer.photograph(`hand-undone-sheet-${language}`);
      expect(await page.locator('header').getByText(t('decision.approved'), { exact: true }).count()).toBe(0);
      const api = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      expect((await api.ask<FileView>('getFile', { params: { fileId: file.id } })).decided).toBeNull();
      const inbox = (await api.ask<PageOf<InboxFile>>('listInbox', { query: { limit: '200' } })).items;
      expect(inbox.find(({ id }) => id === file.id)?.decision ?? null).toBeNull();
      const [said = ''] = messagesOf('note-sheet', 'en').takenBack.split('{');
      const paper = await api.pdf('downloadNoteSheet', { fileId: file.id });
      await readsInOrder(paper, [messagesOf('note-sheet', 'en').approved, said.trim()]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is told why a file does not leave: nothing written, no such day, another desk',
    async () => {
      const [file] = (await desk.files(`कारण बताया जाय ${language}`)) as [NamedFile];
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      await page.goto(`/files/${file.id}`);
      await bar(person).waitFor();
      await composer(person).focus();
      await page.keyboard.press('Control+Enter');
      const refusal = page.getByRole('region', { name: t('page.notices'), exact: true }).getByRole('alert');
      await refusal.waitFor();
      await writeNote(person, 'आदेशार्थ प्रस्तुत।');
      await refusal.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: new RegExp(t('file.sendOptions')) }).click();
      const due = page.getByRole('textbox', { name: t('desk.dueOn'), exact: true });
      await due.fill('31/02/2027');
      await page.keyboard.press('Control+Enter');
      await bar(person)
        .getByRole('alert')
        .getByText(t('file.unfitFirst', { why: '' }).trim())
        .waitFor();
      await due.fill('');
      await person.sees(t('file.sentTo', { number: file.number, post: 'AO(EST)' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      await page.goto(`/files/${file.id}`);
      await sheet(person).waitFor();
      await page.keyboard.press('Control+Enter');
      await refusal.getByText(t('file.heldElsewhere', { post: 'AO(EST)' }), { exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'reads on: below the head, six tenths of the height are the note sheet while nothing is written, and its end stays in sight as the note grows',
    async () => {
      const [file] = (await sentUp('पढ़ने की जगह')) as [NamedFile];
      await asOwner(office().dataFolder, async (database) => {
        await database.query('ALTER TABLE file_custody DISABLE TRIGGER clock_runs_by_itself');
        await database.query('UPDATE file_custody SET clock_from = india_today() - 21 WHERE file_id = $1', [file.id]);
        await database.query('ALTER TABLE file_custody ENABLE TRIGGER clock_runs_by_itself');
      });
      const officer = await officerOpens(file);
      const last = officer.page.getByRole('article').last();
      await last.waitFor();
      await officer.photograph(`hand-blank-${language}`);
      const blank = await boxOf(sheet(officer));
      expect(blank.height).toBeGreaterThanOrEqual(768 / 2);
      await writeNote(officer, LINES);
      await officer.photograph(`hand-written-${language}`);
      const [note, seen] = [await boxOf(last), await boxOf(sheet(officer))];
      expect(note.y + note.height).toBeLessThanOrEqual(seen.y + seen.height + 1);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
