import type { DraftChanged, FileCreated, NumberHead, Page } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { aNote } from '../../support/http/clerks';
import { boxOf, buttonOfPreview, chooseRow, ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { rowOf } from '../../support/page/desk';
import { decisionOf } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Whoever acts with one key, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  describe('sends a file with f, and is told so where it covers nothing', () => {
    /** The clerk has sent the file on from the desk. */
    async function aFileSent(subject: string): Promise<{ person: Person; file: FileCreated; notice: Locator }> {
      const [file] = await desk.files(subject);
      if (!file) throw new Error('no file was made');
      await (await desk.clerk()).ask('addNote', { params: { fileId: file.id }, body: aNote('आदेशार्थ प्रस्तुत।') });
      const person = await comes('vinod');
      const { page, t } = person;
      await page.clock.install();
      await chooseRow(person, file.number);
      await buttonOfPreview(person, t('fileMove.forward')).waitFor();
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number: file.number }), exact: true });
      await dialog.waitFor();
      await dialog.getByRole('checkbox', { name: t('desk.confirmNote') }).check();
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
      const notices = page.getByRole('region', { name: t('page.notices'), exact: true });
      const notice = notices.getByRole('status').filter({ hasText: t('desk.forwarded', { number: file.number }) });
      await notice.waitFor();
      return { person, file, notice };
    }

    it(
      'and takes it back with u',
      async () => {
        const { person, file, notice } = await aFileSent('वृक्षारोपण की योजना');
        const { page, t } = person;
        await page.getByRole('button', { name: t('page.undo'), exact: true }).waitFor();
        // The page makes room for the notice.
        const content = await boxOf(page.locator('#page'));
        expect((await boxOf(notice)).y).toBeGreaterThanOrEqual(content.y + content.height);
        await page.keyboard.press('Shift+?');
        const title = page.getByRole('dialog', { name: t('keys.all'), exact: true }).getByRole('heading', { level: 2 });
        const heading = await boxOf(title);
        expect((await boxOf(notice)).y).toBeGreaterThan(heading.y + heading.height);
        await page.keyboard.press('Escape');
        await title.waitFor({ state: 'detached' });
        await person.sees(t('desk.pulledBack', { number: file.number }), () => page.keyboard.press('u'));
        await rowOf(person, file.number).waitFor();
        expect(await page.getByRole('button', { name: t('page.undo'), exact: true }).count()).toBe(0);
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );

    it(
      'and is told by whom it has been opened already',
      async () => {
        const { person, file } = await aFileSent('विद्यालय भवन की मरम्मत');
        const { page } = person;
        const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
        await officer.ask('openFile', { params: { fileId: file.id } });
        await page.keyboard.press('u');
        await page
          .getByRole('alert')
          .getByText(/AO\(EST\)/)
          .waitFor();
        await rowOf(person, file.number).waitFor({ state: 'detached' });
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );

    it(
      'for a minute; later u says where it may still be pulled back',
      async () => {
        const { person, notice } = await aFileSent('पेयजल की शिकायत');
        const { page, t } = person;
        await page.clock.fastForward(50_000);
        expect(await notice.count()).toBe(1);
        await page.clock.fastForward(11_000);
        await notice.waitFor({ state: 'detached' });
        await page.keyboard.press('u');
        await page.getByRole('alert').getByText(t('page.undoIsOver'), { exact: true }).waitFor();
        expect(person.troubles).toEqual([]);
      },
      JOURNEY_MS,
    );
  });

  it(
    'approves, returns, closes and turns to the next file with one key each, and none of them acts while it is typed',
    async () => {
      const made = await desk.files('चहारदीवारी का निर्माण', 'नाली की सफाई');
      for (const { id } of made) {
        await (await desk.clerk()).ask('addNote', { params: { fileId: id }, body: aNote('अनुमोदनार्थ प्रस्तुत।') });
        const toPostId = await desk.postNamed('AO(EST)');
        await (
          await desk.clerk()
        ).ask('forwardFile', { params: { fileId: id }, body: { toPostId, confirmNote: true } });
      }
      const person = await comes('sunita', 'AO(EST)');
      const { page, t } = person;
      await page.goto('/desk/inbox');
      // The one sent last is the newest: first in the list.
      const [second, first] = made;
      await chooseRow(person, first?.number ?? '');
      await page.keyboard.press('Enter');
      const onFile = (file: NamedFile | undefined) =>
        page.getByRole('heading', { level: 1, name: file?.subject ?? '', exact: true }).waitFor();
      await onFile(first);
      await page.keyboard.press(']');
      await onFile(second);
      await page.keyboard.press('[');
      await onFile(first);

      const approved = decisionOf(person).getByRole('button', { name: t('decision.approved') });
      await approved.waitFor();
      await page.keyboard.press('n');
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('arx][u');
      await composer.getByText('arx][u').waitFor();
      expect(await approved.getAttribute('aria-pressed')).toBe('false');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Escape');
      await page.keyboard.press('a');
      await approved.and(page.locator('[aria-pressed="true"]')).waitFor();

      for (const [key, act] of [
        ['r', 'acts.putUpAgain'],
        ['x', 'fileMove.close'],
      ] as const) {
        await page.keyboard.press(key);
        const dialog = page.getByRole('dialog', { name: t(act), exact: true });
        await dialog.waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await page.keyboard.press('Shift+?');
      const sheet = page.getByRole('dialog', { name: t('keys.all'), exact: true });
      for (const named of ['note.keyApprove', 'acts.putUpAgain', 'fileMove.close', 'file.next'] as const)
        await sheet.getByText(t(named), { exact: true }).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'returns a file with r, without the mouse, and takes the return back with u',
    async () => {
      const [file] = await desk.files('सेवा पुस्तिका का सत्यापन');
      if (!file) throw new Error('no file was made');
      const clerk = await desk.clerk();
      const params = { fileId: file.id };
      await clerk.ask('addNote', { params, body: aNote('आदेशार्थ प्रस्तुत।') });
      const toPostId = await desk.postNamed('AO(EST)');
      await clerk.ask('forwardFile', { params, body: { toPostId, confirmNote: true } });
      const person = await comes('sunita', 'AO(EST)');
      const { page, t } = person;
      await page.goto('/desk/inbox');
      await chooseRow(person, file.number);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: t('acts.putUpAgain'), exact: true }).waitFor();
      await page.keyboard.press('r');
      const dialog = page.getByRole('dialog', { name: t('acts.putUpAgain'), exact: true });
      await dialog
        .getByRole('textbox', { name: t('file.reason'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.type('आदेश की प्रति संलग्न करें।');
      await person.sees(t('file.returnedTo', { number: file.number, post: 'HA(EST)' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      await page.waitForURL('**/desk/inbox');
      await rowOf(person, file.number).waitFor({ state: 'detached' });
      await person.sees(t('desk.pulledBack', { number: file.number }), () => page.keyboard.press('u'));
      await rowOf(person, file.number).waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'pins a file to the top of the desk with p, and takes the pin off with p',
    async () => {
      const [file] = await desk.files('पुस्तकालय की सूची', 'वाचनालय की सूची');
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto('/desk/inbox');
      await chooseRow(person, file?.number ?? '');
      const offers = async (move: 'fileMove.pin' | 'fileMark.unpin') => {
        await page.getByRole('button', { name: t('desk.moreActs'), exact: true }).click();
        await page.getByRole('menuitem', { name: t(move), exact: true }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('menu').waitFor({ state: 'detached' });
      };
      await offers('fileMove.pin');
      const rows = page
        .getByRole('list')
        .getByRole('listitem')
        .filter({ has: page.getByRole('button') });
      const first = rows.first().getByText(file?.number ?? '', { exact: true });
      expect(await first.count()).toBe(0);
      await page.keyboard.press('p');
      await first.waitFor();
      await rows
        .first()
        .getByRole('img', { name: t('fileMark.pinned'), exact: true })
        .waitFor();
      await offers('fileMark.unpin');
      await person.photograph(`pinned-${language}`);
      await page.keyboard.press('p');
      await first.waitFor({ state: 'detached' });
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'approves a draft with a',
    async () => {
      const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
      const body = { headId: head?.id, subject: 'प्रत्यावेदन का निस्तारण' };
      const { id: fileId } = await officer.ask<FileCreated>('createFile', { body });
      const content = {
        form: 'letter',
        language: 'hi',
        subject: 'प्रत्यावेदन',
        addressees: [{ name: 'जिलाधिकारी' }],
        body: aNote('आख्या भेजें।').text,
        signatoryPostId: officer.postId,
      };
      const draft = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
      const person = await comes('sunita', 'AO(EST)');
      const { page, t } = person;
      await page.goto(`/drafts/${draft.id}`);
      await page.getByRole('button', { name: t('draftMove.approve'), exact: true }).waitFor();
      await page.keyboard.press('a');
      // The signatory is asked who may issue the letter; mostly nobody is named.
      const dialog = page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
      const approve = dialog.getByRole('button', { name: t('draftMove.approve'), exact: true });
      await approve.and(page.locator(':focus')).waitFor();
      await person.sees(t('draft.approved', { version: draft.draftVersion }), () => page.keyboard.press('Enter'));
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
