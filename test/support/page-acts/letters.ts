import type { CDPSession, Locator, Page } from 'playwright-core';
import type { ReceivedLetter } from '../journeys/letter';
import { pickPost } from '../page/desk';
import type { Person } from '../page/person';

const SLOW_UPLOAD_S = 300;

export interface DiaryEntry {
  readonly subject: string;
  readonly sender: string;
  readonly number: string;
  /** As it is typed: `12/10/2026`. */
  readonly day: string;
  readonly markTo: string;
}

/** Chooses the scan on a line so slow that its progress is there to be seen, however late one looks. */
export async function uploadScan({ page, t }: Person, letter: ReceivedLetter): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await limitUpload(line, letter.pdf.length / SLOW_UPLOAD_S);
  await page
    .getByLabel(t('receipts.chooseScan'), { exact: true })
    .setInputFiles({ name: letter.fileName, mimeType: 'application/pdf', buffer: letter.pdf });
  await page.getByRole('progressbar').waitFor();
  await limitUpload(line, -1);
  await page.getByText(new RegExp(`^${t('receipts.stored', { n: 1, pages: '\\d+' })}$`)).waitFor();
  await line.detach();
}

/** @param throughput bytes a second; -1 without a limit. */
async function limitUpload(line: CDPSession, throughput: number): Promise<void> {
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: throughput };
  await line.send('Network.emulateNetworkConditions', conditions);
}

/** Fills the diary entry, marks the letter, and answers its diary number. */
export async function diarise(person: Person, entry: DiaryEntry): Promise<string> {
  const { page, t } = person;
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await field(t('receipts.subject')).fill(entry.subject);
  await field(t('receipts.senderName')).fill(entry.sender);
  await field(t('receipts.letterNumberOnly')).fill(entry.number);
  await field(t('receipts.letterDate')).fill(entry.day);
  await pickPost(person, t('receipts.markTo'), entry.markTo);
  await person.photograph('diarise');
  await page.keyboard.press('Alt+Enter');
  const [diaryNumber = ''] = await wordsIn(page.getByRole('status'), t('receipts.createdAndSent', { number: '(.+)' }));
  return diaryNumber;
}

/** What the page says where its sentence has `(.+)`. */
export async function wordsIn(place: Locator, sentence: string): Promise<string[]> {
  const pattern = new RegExp(sentence);
  const said = await place.filter({ hasText: pattern }).first().textContent();
  return pattern.exec(said ?? '')?.slice(1) ?? [];
}

export interface Reply {
  readonly body: string;
  readonly email: string;
  readonly enclosure: string;
  readonly copyTo: { readonly name: string; readonly address: string };
}

/** Writes what a reply does not take over from the letter that it answers. */
export async function writeReply({ page, t }: Person, reply: Reply): Promise<void> {
  await page.getByRole('textbox', { name: t('draft.body'), exact: true }).click();
  await page.keyboard.insertText(reply.body);
  await page.getByLabel(t('draft.enclosures'), { exact: true }).fill(reply.enclosure);
  const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
  await addressees.getByLabel(t('draft.addressee.email'), { exact: true }).fill(reply.email);
  await page.getByRole('button', { name: `+ ${t('draft.addCopy')}` }).click();
  const copies = page.getByRole('group', { name: t('draft.copyTo'), exact: true });
  await copies.getByLabel(t('draft.addressee.name'), { exact: true }).fill(reply.copyTo.name);
  await copies.getByLabel(t('draft.addressee.address'), { exact: true }).fill(reply.copyTo.address);
}

/** The sheet that shows a PDF, once these words can be selected on it. */
export async function untilTheSheetReads(page: Page, words: string, name?: string): Promise<void> {
  const sheet = page.getByRole('document', name === undefined ? {} : { name });
  await sheet.getByText(words).first().waitFor();
}
