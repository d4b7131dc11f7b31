import type { FileCreated, FileView, InboxFile, NumberHead, Page as PageOf } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import { aNote } from '../../support/http/clerks';
import { chooseRow } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { aHindiLetter } from '../../support/journeys/letter';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { tellStory } from '../../support/journeys/steps';
import { inDays, theDayIs, theOfficeWorksEveryDay } from '../../support/days/days';
import { LANGUAGES } from '../../support/language/languages';
import { goTo, openRow, rowOf } from '../../support/page/desk';
import { aimAt, decisionOf, sendWithTheKey, untilRead, untilSaved, writeNote } from '../../support/page/file';
import { diarise, untilTheSheetReads, uploadScan, wordsIn } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const APPLICATION = {
  subject: 'मृतक आश्रित के रूप में नियुक्ति हेतु श्रीमती सुशीला देवी का प्रार्थना-पत्र',
  sender: 'श्रीमती सुशीला देवी',
  number: '1/मृ.आ./2026',
  day: '12/10/2026',
  markTo: 'HA(EST)',
};
const PUT_UP = 'मृतक आश्रित नियमावली 1974 के नियम 5 के अनुसार आश्रित पात्र है। कनिष्ठ सहायक का पद रिक्त है।\nअनुमोदनार्थ प्रस्तुत।';
const WHY_LATE = 'शैक्षिक अभिलेखों का सत्यापन प्रतीक्षित था।';
const WORDS = 'कनिष्ठ सहायक के रिक्त पद पर नियुक्ति स्वीकृत। आदेश आज ही निर्गत हो।';
const ORDER = {
  subject: 'मृतक आश्रित की नियुक्ति',
  body: 'श्रीमती सुशीला देवी को कनिष्ठ सहायक के रिक्त पद पर अस्थायी रूप से नियुक्त किया जाता है।',
};
const ENDORSED = [
  'श्रीमती सुशीला देवी',
  'वरिष्ठ कोषाधिकारी',
  'मुख्य चिकित्सा अधिकारी',
  'लेखाकार, आयुक्त कार्यालय',
  'गार्ड पत्रावली',
];
const OFFICERS = [
  ['sunita', 'AO(EST)', 'CAO'],
  ['mahesh', 'CAO', 'ADDL-COMM(ADM)'],
  ['arvind', 'ADDL-COMM(ADM)', 'COMM'],
] as const;

/** They say at which of their posts they are. */
const HOLD_SEVERAL: readonly string[] = ['sunita', 'mahesh'];

describe.each(LANGUAGES)('A dead employee’s dependant asks for an appointment, in %s:', (language) => {
  const office = useJourneyOffice();
  const people: Person[] = [];
  let [diaryNumber, number, fileId] = ['', '', ''];

  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    people.push(person);
    await signIn(person, username, marking);
    return person;
  }
  const bar = ({ page, t }: Person) => page.getByRole('region', { name: t('file.sendBar'), exact: true });

  async function opens(person: Person, which: string): Promise<void> {
    await person.page.goto('/desk/inbox');
    await chooseRow(person, which);
    await person.page.keyboard.press('Enter');
    await bar(person).waitFor();
  }
  const approves = async (person: Person) => {
    await person.page.keyboard.press('a');
    await decisionOf(person)
      .getByRole('button', { name: person.t('decision.approved'), pressed: true })
      .waitFor();
  };

  async function isDiarised(): Promise<void> {
    const registry = await comes('ramesh');
    const { page, t } = registry;
    await page.getByRole('button', { name: t('desk.begin') }).click();
    await page.getByRole('menuitem', { name: t('desk.diarise') }).click();
    await uploadScan(registry, await aHindiLetter());
    diaryNumber = await diarise(registry, APPLICATION);
  }

  async function isPutUp(): Promise<void> {
    const clerk = await comes('vinod');
    const { page, t } = clerk;
    await goTo(clerk, 'receipts');
    await openRow(clerk, diaryNumber);
    await page.getByRole('button', { name: t('receipts.openNewFile'), exact: true }).click();
    const head = page.getByRole('textbox', { name: t('desk.head'), exact: true });
    await head.fill('A-11011');
    await head.press('Enter');
    await page.getByRole('button', { name: t('desk.openNewFile'), exact: true }).click();
    const created = t('desk.fileCreated', { number: '(.+)', computer: '.+' });
    [number = ''] = await wordsIn(page.getByRole('status'), created);
    await page.getByRole('region', { name: /^C\/1 · / }).waitFor();
    [, fileId = ''] = /\/files\/([\da-f-]{36})/.exec(page.url()) ?? [];
    await writeNote(clerk, PUT_UP);
    await untilSaved(clerk);
    await aimAt(clerk, 'AO(EST)');
    await sendWithTheKey(clerk, number, 'AO(EST)');
  }

  /** Each signs below the note of the assistant. */
  async function goesUp(): Promise<void> {
    for (const [username, marking, next] of OFFICERS) {
      const officer = await comes(username, HOLD_SEVERAL.includes(username) ? marking : undefined);
      await opens(officer, number);
      await untilRead(officer);
      await aimAt(officer, next);
      await sendWithTheKey(officer, number, next);
    }
  }

  /** On the ninth day it does not leave without the reason for which it was kept. */
  async function isApproved(): Promise<void> {
    await theDayIs(office(), inDays(9));
    const commissioner = await comes('nandita');
    const { page, t } = commissioner;
    await opens(commissioner, number);
    await aimAt(commissioner, 'HA(EST)');
    await writeNote(commissioner, WORDS);
    await page.keyboard.press('Escape');
    await approves(commissioner);
    await page.keyboard.press('Control+Enter');
    const reason = bar(commissioner).getByPlaceholder(t('file.explainDelayHint'), { exact: true });
    await reason.and(page.locator(':focus')).waitFor();
    await page.keyboard.insertText(WHY_LATE);
    await commissioner.photograph(`case-approved-${language}`);
    await sendWithTheKey(commissioner, number, 'HA(EST)');
    const client = await Client.signIn(() => office().url, 'nandita');
    const file = await client.ask<FileView>('getFile', { params: { fileId } });
    expect(file.decided).not.toBeNull();
  }

  async function orderIsDrafted(): Promise<void> {
    const clerk = await comes('vinod');
    const { page, t } = clerk;
    await opens(clerk, number);
    await page.getByRole('article').filter({ hasText: WHY_LATE }).waitFor();
    await page.getByRole('button', { name: t('fileMove.put_up_draft'), exact: true }).click();
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await page.locator(`input[value="${APPLICATION.number}"]`).waitFor();
    await page.getByRole('combobox', { name: t('draft.form'), exact: true }).selectOption('office_order');
    await field(t('draft.subject')).fill(ORDER.subject);
    await field(t('draft.body')).click();
    await page.keyboard.insertText(ORDER.body);
    const copies = page.getByRole('group', { name: t('draft.copyTo'), exact: true });
    for (const [at, name] of ENDORSED.entries()) {
      await page.getByRole('button', { name: `+ ${t('draft.addCopy')}` }).click();
      await copies.getByLabel(t('draft.addressee.name'), { exact: true }).nth(at).fill(name);
    }
    const signatory = page.getByRole('radiogroup', { name: t('draft.signatory'), exact: true });
    await signatory.getByText('AO(EST)', { exact: true }).click();
    await untilTheSheetReads(page, ENDORSED[4] ?? '', t('draft.preview'));
    await clerk.photograph(`case-order-${language}`);
    await page.keyboard.press('Control+S');
    await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
    await page.goto(`/files/${fileId}`);
    await writeNote(clerk, 'नियुक्ति आदेश का आलेख हस्ताक्षरार्थ प्रस्तुत।');
    await aimAt(clerk, 'AO(EST)');
    await sendWithTheKey(clerk, number, 'AO(EST)');
  }

  async function orderIsIssued(): Promise<void> {
    const officer = await comes('sunita', 'AO(EST)');
    const { page, t } = officer;
    const hasFocus = (name: string) =>
      page.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor();
    await page.goto(`/files/${fileId}?tab=drafts`);
    await page.getByRole('main').getByRole('link', { name: ORDER.subject, exact: true }).click();
    await untilTheSheetReads(page, ENDORSED[4] ?? '', t('draft.preview'));
    await page.keyboard.press('a');
    await hasFocus(t('draftMove.approve'));
    await page.keyboard.press('Enter');
    await hasFocus(t('draftMove.issue'));
    await page.keyboard.press('i');
    await hasFocus(t('draft.signAndIssue'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/issues\//);
    const recipients = page.getByRole('region', { name: t('dispatch.recipients'), exact: true }).getByRole('listitem');
    await recipients.nth(ENDORSED.length - 1).waitFor();
    expect(await recipients.count()).toBe(ENDORSED.length);
    await officer.photograph(`case-issued-${language}`);
    const { bytes } = await officer.download(() =>
      page.getByRole('button', { name: t('dispatch.original'), exact: true }).click(),
    );
    // The first of them is named in the order too.
    await readsInOrder(bytes, ['कार्यालय आदेश', ORDER.body, 'प्रतिलिपि', ...ENDORSED.slice(1)]);
    expect(bytes.toString('latin1')).toContain('/ByteRange');
  }

  /** Within its minute an approval is taken back: what stays on the sheet says that it is none. */
  async function anotherIsUndone(): Promise<void> {
    const superior = await Client.signIn(() => office().url, 'arvind');
    const [head] = (await superior.ask<PageOf<NumberHead>>('listNumberHeads')).items;
    const opened = { headId: head?.id, subject: 'अर्जित अवकाश की स्वीकृति' };
    const other = await superior.ask<FileCreated>('createFile', { body: opened });
    const commissioner = await comes('nandita');
    const { page, t } = commissioner;
    const toPostId = (await Client.signIn(() => office().url, 'nandita')).postId;
    const body = { toPostId, note: aNote('स्वीकृति हेतु प्रस्तुत।'), confirmNote: true };
    await superior.ask('forwardFile', { params: { fileId: other.id }, body });
    await opens(commissioner, other.number);
    await aimAt(commissioner, 'ADDL-COMM(ADM)');
    await approves(commissioner);
    await sendWithTheKey(commissioner, other.number, 'ADDL-COMM(ADM)');
    const undone = t('file.noteTakenBack', { number: other.number, note: '2' });
    await commissioner.sees(undone, () => page.keyboard.press('u'));
    const row = rowOf(commissioner, other.number);
    await row.waitFor();
    expect(await row.getByText(t('decision.approved'), { exact: true }).count()).toBe(0);
    await commissioner.photograph(`case-undone-${language}`);
    const client = await Client.signIn(() => office().url, 'nandita');
    const params = { fileId: other.id };
    expect((await client.ask<FileView>('getFile', { params })).decided).toBeNull();
    expect((await client.ask<PageOf<unknown>>('listFileDrafts', { params })).items).toEqual([]);
    const below = (await superior.ask<PageOf<InboxFile>>('listInbox', { query: { limit: '200' } })).items;
    expect(below.filter(({ id }) => id === other.id)).toEqual([]);
    const { approved, takenBack } = messagesOf('note-sheet', 'en');
    const paper = await client.pdf('downloadNoteSheet', params);
    await readsInOrder(paper, [approved, (takenBack.split('{')[0] ?? '').trim()]);
  }

  it(
    'it is diarised, put up, approved late with words, and an order with its endorsements is issued',
    async () => {
      await theOfficeWorksEveryDay(office());
      await tellStory([
        { name: 'the registry diarises the application', work: isDiarised },
        { name: 'the assistant puts it up', work: isPutUp },
        { name: 'three officers agree', work: goesUp },
        { name: 'the Commissioner approves it on the ninth day', work: isApproved },
        { name: 'the assistant drafts the order', work: orderIsDrafted },
        { name: 'the officer signs and issues it', work: orderIsIssued },
        { name: 'an approval on another file is taken back', work: anotherIsUndone },
      ]);
      expect(people.flatMap(({ troubles }) => troubles)).toEqual([]);
    },
    JOURNEY_MS,
  );
});
