import type { Language } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { Looker } from '../../support/page/axe';
import { aNote } from '../../support/http/clerks';
import { chooseRow, ClerksDesk, tabTo } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { discussionsTab, discussionsOf, goToDiscussions } from '../../support/page-acts/discussions';
import { aimAt, writeNote, sendWithTheKey, untilSaved } from '../../support/page/file';
import { type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [DISCUSSED, EARLIER] = [
  'दूरभाष पर चर्चा हुई: छात्रवृत्ति की शेष धनराशि इसी माह अवमुक्त की जायेगी।',
  'बैठक के पश्चात चर्चा हुई: सूची दस दिन में उपलब्ध होगी।',
];
const OTHERWISE = 'The amount was to be released after the audit.\nNot this month.';
const [PHONE, DESK] = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
];

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

async function comes(username: string, marking?: string, language: Language = 'hi'): Promise<Person> {
  const person = await office().person({ language });
  await signIn(person, username, marking);
  return person;
}
const participants = ({ page, t }: Person): Locator =>
  page.getByRole('list', { name: t('note.participants'), exact: true }).getByRole('listitem');

/** A file that the clerk sent to the officer, with a discussion that the clerk noted; and its number. */
async function aFile(subject: string, discussedWith: readonly string[]) {
  const [file] = await desk.files(subject);
  if (!file) throw new Error('no file was made');
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  const posts = await Promise.all(discussedWith.map((marking) => desk.postNamed(marking)));
  const note = { ...aNote(EARLIER), ...(posts.length > 0 && { kind: 'discussion', discussedWith: posts }) };
  const body = { toPostId: officer.postId, note, confirmNote: true };
  await (await desk.clerk()).ask('forwardFile', { params: { fileId: file.id }, body });
  return file;
}

async function onAPhone(person: Person, name: string): Promise<void> {
  const { page } = person;
  await page.setViewportSize(PHONE);
  await person.photograph(name);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
}

describe('What was discussed', () => {
  it(
    'is noted by keyboard, confirmed by one who took part and not by the other, and stands so on the sheet',
    async () => {
      await aFile('ऋण सत्यापन', ['DD(SW)']);
      const { id, number } = await aFile('छात्रवृत्ति का भुगतान', []);

      const officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      const looker = await Looker.of(officer);
      await page.goto(`/files/${id}`);
      await writeNote(officer, DISCUSSED);
      await page.keyboard.press('Alt+k');
      await page.keyboard.press('End');
      const kind = page.getByRole('combobox', { name: t('note.kind'), exact: true });
      expect(await kind.inputValue()).toBe('discussion');
      await untilSaved(officer);
      // It does not leave while nobody is named.
      await officer.sees(t('note.discussionNeedsNames'));
      await aimAt(officer, 'HA(EST)');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').getByText(t('note.discussionNeedsNames')).waitFor();
      await page.getByRole('button', { name: t('page.closeNotice'), exact: true }).click();

      const field = page.getByRole('textbox', { name: t('note.discussedWith'), exact: true });
      await page.keyboard.press('Alt+k');
      await tabTo(officer, field);
      // One's own other post is not offered.
      await page.keyboard.insertText('AO(GEN)');
      await page.getByRole('option', { name: t('page.noPost') }).waitFor();
      const names = async (marking: string, place: number) => {
        await field.fill(marking);
        await page.getByRole('option').filter({ hasText: marking }).waitFor();
        await page.keyboard.press('Enter');
        await participants(officer).nth(place).waitFor();
      };
      await names('DD(SW)', 0);
      await names('SA(GEN)', 1);
      // The key that takes off a letter takes off the last name where there is no letter.
      await page.keyboard.press('Backspace');
      await participants(officer).nth(1).waitFor({ state: 'detached' });
      await field.and(page.locator(':focus')).waitFor();
      await names('ACCT', 1);
      await untilSaved(officer);
      await looker.look('discussion composer');
      await looker.lookInTheDark('discussion composer');
      await onAPhone(officer, 'discussion-composer-phone');
      await page.setViewportSize(DESK);
      // The server has it: what is loaded anew is the same.
      await page.reload();
      await participants(officer).nth(1).waitFor();
      expect(await kind.inputValue()).toBe('discussion');
      await aimAt(officer, 'HA(EST)');
      await sendWithTheKey(officer, number, 'HA(EST)');

      await confirmsWithOneKey(number);
      await remembersItOtherwise(number);
      await seesNothing();

      await page.goto(`/files/${id}`);
      const rows = participants(officer);
      await rows.nth(1).waitFor();
      expect(await rows.nth(0).innerText()).toContain(personOf('kavita').name.hi);
      expect(await rows.nth(0).innerText()).toContain(t('discussionAnswer.confirmed'));
      expect(await rows.nth(1).innerText()).toContain(personOf('meena').name.hi);
      expect(await rows.nth(1).innerText()).toContain(t('discussionAnswer.not_confirmed'));
      expect(await rows.nth(1).innerText()).toContain(OTHERWISE.split('\n')[1]);
      await looker.look('discussion on the sheet');
      await looker.lookInTheDark('discussion on the sheet');
      await onAPhone(officer, 'discussion-sheet-phone');
      expect([...officer.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** Two await the answer; the key pressed twice answers one. The other is read and confirmed on a phone. */
  async function confirmsWithOneKey(number: string): Promise<void> {
    const kavita = await comes('kavita');
    const { page, t } = kavita;
    const looker = await Looker.of(kavita);
    await discussionsTab(kavita).getByText('2', { exact: true }).waitFor();
    await goToDiscussions(kavita);
    await discussionsOf(kavita).nth(1).waitFor();
    await chooseRow(kavita, number);
    await page.getByText(DISCUSSED).last().waitFor();
    await page.getByText(t('discussion.alone')).waitFor();
    await looker.look('discussions');
    await looker.lookInTheDark('discussions');
    await page.keyboard.press('y');
    await page.keyboard.press('y');
    await discussionsOf(kavita).nth(0).getByText(t('discussionAnswer.confirmed')).waitFor();
    await kavita.sees(t('discussion.said.confirmed', { number }));
    await discussionsTab(kavita).getByText('1', { exact: true }).waitFor();
    expect(await discussionsOf(kavita).nth(1).innerText()).toContain(t('discussion.awaited'));
    await kavita.photograph('discussions-answered');

    await page.setViewportSize(PHONE);
    await page.goto('/desk/discussions');
    await discussionsOf(kavita).getByRole('button').click();
    const confirm = page.getByRole('button', { name: new RegExp(`^${t('discussion.confirm')}`) });
    await confirm.waitFor();
    await looker.look('discussion on a phone');
    await onAPhone(kavita, 'discussion-reading-phone');
    await confirm.dblclick();
    await page
      .getByText(new RegExp(t('discussionAnswer.confirmed')))
      .first()
      .waitFor();
    await page.goBack();
    // The row stays for now, and says what was answered.
    await discussionsOf(kavita).nth(0).getByText(t('discussionAnswer.confirmed')).waitFor();
    await page.getByRole('button', { name: t('discussion.all'), exact: true }).click();
    await discussionsOf(kavita).nth(1).getByText(t('discussionAnswer.confirmed')).waitFor();
    await onAPhone(kavita, 'discussions-all-phone');
    expect([...kavita.troubles, ...looker.found]).toEqual([]);
  }

  async function remembersItOtherwise(number: string): Promise<void> {
    const meena = await comes('meena', undefined, 'en');
    const { page, t } = meena;
    const looker = await Looker.of(meena);
    await goToDiscussions(meena);
    await discussionsOf(meena).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: number, exact: true }).waitFor();
    await looker.look('discussion reading');
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog', { name: t('discussion.doubt'), exact: true });
    await dialog.locator('textarea:focus').waitFor();
    const record = dialog.getByRole('button', { name: t('discussion.record'), exact: true });
    expect(await record.isDisabled()).toBe(true);
    await page.keyboard.insertText(OTHERWISE);
    await looker.look('discussion not confirmed');
    await meena.sees(t('discussion.said.not_confirmed', { number }), () => page.keyboard.press('Control+Enter'));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(OTHERWISE.split('\n')[0] ?? '').waitFor();
    await meena.photograph('discussion-not-confirmed-said');
    expect([...meena.troubles, ...looker.found]).toEqual([]);
  }

  async function seesNothing(): Promise<void> {
    const other = await comes('imran');
    await other.page.goto('/desk/discussions');
    await other.page.getByText(other.t('discussion.noneOpen')).waitFor();
    expect((await discussionsTab(other).innerText()).trim()).toBe(other.t('discussion.open'));
    expect(other.troubles).toEqual([]);
  }
});
