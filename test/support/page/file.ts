import { counted, escaped, pickPost } from './desk';
import type { Person } from './person';

/**
 * Writes into the composer, a paragraph at once as an input method puts words in: a rest between two letters would let the page
 * save the half. `\n` begins a paragraph.
 */
export async function writeNote({ page, t }: Person, text: string): Promise<void> {
  await page.getByRole('textbox', { name: t('note.composer'), exact: true }).click();
  for (const [index, paragraph] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraph);
  }
}

/** Types letter by letter, where the page makes something of words as they are typed: a reference of `C/1`. */
export async function typeByLetters({ page, t }: Person, words: string): Promise<void> {
  await page.getByRole('textbox', { name: t('note.composer'), exact: true }).click();
  await page.keyboard.type(words);
}

/** The line that says that the server has the text. */
export async function untilSaved({ page, t }: Person): Promise<void> {
  await page.getByText(new RegExp(`^${t('note.saved', { time: '[\\d:]+' })}$`)).waitFor();
}

/** Chooses one of the desks that the send bar offers, or finds another. */
export async function aimAt(person: Person, marking: string): Promise<void> {
  const { page, t } = person;
  const bar = page.getByRole('region', { name: t('file.sendBar'), exact: true });
  const group = bar.getByRole('group', { name: t('file.sendTo'), exact: true });
  // A sign before the marking says why the post is offered.
  const offered = group.getByRole('button', { name: new RegExp(`^(\\S )?${escaped(marking)}$`) });
  await bar.getByRole('button', { name: t('file.otherPostShort'), exact: true }).waitFor();
  if ((await offered.count()) > 0) {
    await offered.click();
    return;
  }
  await bar.getByRole('button', { name: t('file.otherPostShort'), exact: true }).click();
  await pickPost(person, t('file.otherPost'), marking);
  // A key in the list that is closing would be its own.
  await page.getByRole('textbox', { name: t('file.otherPost'), exact: true }).waitFor({ state: 'detached' });
}

/** Sends with the key, and waits for the sentence that says where the file went, and for the list behind it. */
export async function sendWithTheKey(person: Person, number: string, marking: string): Promise<void> {
  await person.sees(person.t('file.sentTo', { number, post: marking }), () =>
    person.page.keyboard.press('Control+Enter'),
  );
  await person.page.waitForURL(/\/desk\/(all|inbox)$/);
}

/** Chooses the decision of the note; the line above it may just then give way to a warning and move it from under the pointer. */
export async function decide({ page, t }: Person, decision: 'approved' | 'not_approved'): Promise<void> {
  const choice = page
    .getByRole('radiogroup', { name: t('note.decision'), exact: true })
    .locator('label')
    .filter({ hasText: new RegExp(`^${t(`decision.${decision}`)}( ?a)?$`) });
  const isChosen = () =>
    choice
      .and(page.locator('[data-active]'))
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
  for (let attempts = 0; attempts < 3; attempts += 1) {
    await choice.click();
    if (await isChosen()) return;
  }
  throw new Error(`${decision} cannot be chosen`);
}

/** The button that opens the menu of all acts of the file; they are there when it is. */
export const actsMenu = ({ page, t }: Person) => page.getByRole('button', { name: `${t('acts.menu')} ▾`, exact: true });

/** An act of the menu, by what it is called. */
export async function chooseAct(person: Person, name: string): Promise<void> {
  await actsMenu(person).click();
  await person.page.getByRole('menuitem', { name, exact: true }).click();
}

/** A move of an officer that asks for its reason. */
export async function moveWithReason(person: Person, move: 'return' | 'close' | 'reopen', reason: string) {
  const { page, t } = person;
  const name = t(move === 'return' ? 'acts.putUpAgain' : `fileMove.${move}`);
  await chooseAct(person, name);
  const dialog = page.getByRole('dialog', { name, exact: true });
  await dialog.getByRole('textbox', { name: t('file.reason'), exact: true }).fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

type Tab = 'sheets' | 'drafts' | 'movements' | 'details' | 'history' | 'timeline';

export async function goToTab({ page, t }: Person, tab: Tab) {
  await page
    .getByRole('navigation', { name: t('file.tabs'), exact: true })
    .getByRole('link', { name: counted(t(`file.tab.${tab}`)) })
    .click();
}
