import { pickPost } from './page-desk';
import type { Person } from './page-person';

/** Types into the composer, with the keys and the input method that a clerk has. `\n` begins a paragraph. */
export async function typeNote({ page, t }: Person, text: string): Promise<void> {
  await page.getByRole('textbox', { name: t('note.composer') }).click();
  for (const [index, paragraph] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
}

/** The line that says that the server has the text. */
export async function untilSaved({ page, t }: Person): Promise<void> {
  await page.getByText(new RegExp(`^${t('note.saved', { time: '[\\d:]+' })}$`)).waitFor();
}

/** Chooses one of the desks that the send bar offers, or finds another. */
export async function aimAt(person: Person, marking: string): Promise<void> {
  const { page, t } = person;
  const bar = page.getByRole('region', { name: t('file.sendBar') });
  const offered = bar.getByRole('group', { name: t('file.sendTo') }).getByRole('button', { name: marking });
  await bar.getByRole('button', { name: t('file.otherPostShort') }).waitFor();
  if ((await offered.count()) > 0) {
    await offered.click();
    return;
  }
  await bar.getByRole('button', { name: t('file.otherPostShort') }).click();
  await pickPost(person, t('file.otherPost'), marking);
}

/** Sends with the key, and waits for the sentence that says where the file went. */
export async function sendWithTheKey(person: Person, number: string, marking: string): Promise<void> {
  await person.page.keyboard.press('Control+Enter');
  await person.sees(person.t('file.sentTo', { number, post: marking }));
}

/** A move that asks for its reason. */
export async function moveWithReason({ page, t }: Person, move: 'return' | 'close' | 'reopen', reason: string) {
  await page.getByRole('button', { name: t(`fileMove.${move}`) }).click();
  const dialog = page.getByRole('dialog', { name: t(`fileMove.${move}`) });
  await dialog.getByRole('textbox', { name: t('file.reason') }).fill(reason);
  await dialog
    .getByRole('button')
    .filter({ hasText: t(`fileMove.${move}`) })
    .click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function goToTab({ page, t }: Person, tab: 'sheets' | 'drafts' | 'movements' | 'details' | 'history') {
  await page
    .getByRole('navigation', { name: t('file.tabs') })
    .getByRole('link', { name: new RegExp(`^${t(`file.tab.${tab}`)}( [\\d,]+)?$`) })
    .click();
}
