import type { Locator } from 'playwright-core';
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
  const other = bar.getByRole('button', { name: t('file.otherPost'), exact: true });
  await other.waitFor();
  if ((await offered.count()) > 0) {
    await offered.click();
    return;
  }
  await other.click();
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

/** Whoever agrees without a word has read the file: the key does that not before it has been open for two seconds. */
export const untilRead = ({ page }: Person): Promise<void> => page.waitForTimeout(2_000);

/** The one control with which a note decides: pressed it approves, its menu has the other decision. */
export const decisionOf = ({ page, t }: Person): Locator =>
  page.getByRole('group', { name: t('note.decision'), exact: true });

/** Chooses the decision of the note. */
export async function decide(person: Person, decision: 'approved' | 'not_approved'): Promise<void> {
  const { page, t } = person;
  const control = decisionOf(person);
  await control.getByRole('button', { name: t('note.otherDecisions'), exact: true }).click();
  await page.getByRole('menuitemradio', { name: t(`decision.${decision}`), exact: true }).click();
  await control.getByRole('button', { name: t(`decision.${decision}`), pressed: true }).waitFor();
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
