import type { CaseCategory, FileCreated, NumberHead, Page } from '@patravali/contract';
import {
  aimByKeys,
  fillByKeys,
  giveReason,
  goByPalette,
  pickByKeys,
  signInByKeys,
  writeByKeys,
} from '../../support/page-acts/by-keys';
import { aNote } from '../../support/http/clerks';
import { chooseRow, ClerksDesk, tabTo } from '../../support/journeys/clerks-desk';
import { digestOfTheDay } from '../../support/days/digest-of-the-day';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { consultationWords, noticeWordsOf } from '../../support/language/words';
import { inDays, theDayIs, theOfficeWorksEveryDay } from '../../support/days/days';
import { rowOf } from '../../support/page/desk';
import { actsMenu, sendWithTheKey, untilRead, untilSaved } from '../../support/page/file';
import type { Person } from '../../support/page/person';

const DAY_MS = 900_000;
const FILES = 60;
const SELECTED = 20;
/** Of the files that have been there longest those on which the officer has begun a note: they do not go along. */
const BEGUN = [2, 7, 13];
/** The file that its sender wants back. */
const WANTED_BACK = 54;
const LATE = 'JD(PROS)';
const CONSULTED = ['DD(SW)', 'ACCT', LATE];
const consulting = consultationWords('hi');

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe('A whole day by keyboard, in Hindi', () => {
  const made: (FileCreated & { subject: string })[] = [];
  let toOfficer: Client;
  let [clerk, officer, superior]: (Person | undefined)[] = [];
  const numbered = (n: number) => made[n]?.number ?? '';

  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language: 'hi' });
    await signInByKeys(person, username, marking);
    return person;
  }

  beforeAll(async () => {
    const client = await desk.clerk();
    toOfficer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const subjects = Array.from({ length: FILES }, (_, n) => `पेंशन प्रकरण क्रमांक ${n + 1}`);
    made.push(...(await desk.files(...subjects)));
    for (const [n, { id: fileId }] of made.entries()) {
      const body = { toPostId: toOfficer.postId, note: aNote('परीक्षण कर आदेशार्थ प्रस्तुत।'), confirmNote: true };
      await client.ask('forwardFile', { params: { fileId }, body });
      if (BEGUN.includes(n)) await toOfficer.ask('addNote', { params: { fileId }, body: aNote('परीक्षणाधीन।') });
    }
    await theOfficeWorksEveryDay(office());
    const body = { kinds: ['file_came', 'returned'], channel: 'digest', on: true };
    await toOfficer.ask('changeNoticeSetting', { body });
  }, DAY_MS);

  it(
    'the officer sends twenty of sixty on at once, and three stay',
    async () => {
      officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      await chooseRow(officer, numbered(0));
      await page.keyboard.press('x');
      for (let n = 1; n < SELECTED; n++) await page.keyboard.press('Shift+J');
      await page.getByText(t('bulk.files.selected', { count: SELECTED }), { exact: true }).waitFor();
      await page.keyboard.press('f');
      const sending = page.getByRole('dialog', {
        name: t('bulk.files.forwardTitle', { count: SELECTED }),
        exact: true,
      });
      await sending.getByText(t('bulk.files.possible', { count: SELECTED - BEGUN.length }), { exact: true }).waitFor();
      for (const n of BEGUN) await sending.getByText(numbered(n), { exact: true }).waitFor();
      await page.keyboard.press('Control+Enter');
      await sending.waitFor({ state: 'detached' });
      const title = t('bulk.files.notDone', { count: BEGUN.length });
      await page.getByRole('heading', { level: 3, name: title, exact: true }).waitFor();
      await officer.photograph('day-bulk');
      await page.keyboard.press('Escape');
    },
    DAY_MS,
  );

  it(
    'the clerk asks for a file that the officer has opened, and gets it back by consent',
    async () => {
      if (!officer) throw new Error('The officer is not there');
      const number = numbered(WANTED_BACK);
      await chooseRow(officer, number);
      await officer.page.keyboard.press('Enter');
      const subject = made[WANTED_BACK]?.subject ?? '';
      await officer.page.getByRole('heading', { level: 1, name: subject, exact: true }).waitFor();

      clerk = await comes('vinod');
      await goByPalette(clerk, number);
      const ask = clerk.t('fileMove.ask_recall');
      await clerk.page.getByRole('button', { name: ask }).waitFor();
      await clerk.page.keyboard.press('b');
      await giveReason(clerk, ask, 'एक संलग्नक छूट गया है।');
      await clerk.photograph('day-recall-asked');

      await officer.page.getByRole('button', { name: officer.t('fileMove.agree_recall') }).waitFor();
      await officer.photograph('day-recall-heard');
      await officer.page.keyboard.press('y');
      const agree = officer.page.getByRole('dialog', { name: officer.t('fileMove.agree_recall'), exact: true });
      await agree.locator(':focus').waitFor();
      await officer.page.keyboard.press('Control+Enter');
      await agree.waitFor({ state: 'detached' });
      await goByPalette(clerk, clerk.t('desk.box.inbox'));
      await rowOf(clerk, number).waitFor();
      await clerk.photograph('day-recalled');
    },
    DAY_MS,
  );

  it(
    'a case passes over a desk for a reason, and comes back through it',
    async () => {
      if (!clerk || !officer) throw new Error('Nobody is there');
      const { number } = await aMedicalCase();
      await goByPalette(clerk, number);
      await clerk.page.getByRole('region', { name: clerk.t('file.sendBar'), exact: true }).waitFor();
      await aimByKeys(clerk, 'CAO');
      await writeByKeys(clerk, 'देयक परीक्षण उपरान्त प्रस्तुत है।');
      await untilSaved(clerk);
      await clerk.page.keyboard.press('Control+Enter');
      const remarks = clerk.page.getByRole('textbox', { name: clerk.t('desk.remarksOptional'), exact: true });
      await tabTo(clerk, remarks);
      await clerk.page.keyboard.insertText('कोषागार की अन्तिम तिथि आज है।');
      await clerk.page.keyboard.press('Escape');
      await remarks.waitFor({ state: 'detached' });
      await sendWithTheKey(clerk, number, 'CAO');

      superior = await comes('mahesh', 'CAO');
      await goByPalette(superior, number);
      const bar = superior.page.getByRole('region', { name: superior.t('file.sendBar'), exact: true });
      await bar.waitFor();
      const aim = bar.getByRole('button', { name: /AO\(EST\)/ });
      await superior.page.keyboard.press(await aim.locator('kbd').innerText());
      await aim.and(bar.getByRole('button', { pressed: true })).waitFor();
      await untilRead(superior);
      await sendWithTheKey(superior, number, 'AO(EST)');

      await goByPalette(officer, number);
      const { page, t } = officer;
      await tabTo(officer, page.getByRole('link', { name: new RegExp(`^${t('file.tab.movements')}`) }));
      await page.keyboard.press('Enter');
      await page.getByText(t('movements.jumped', { post: 'AO(EST)' }), { exact: true }).waitFor();
      await officer.photograph('day-jumped');
    },
    DAY_MS,
  );

  it(
    'a file waits for a reply, and is back when the reply has come',
    async () => {
      if (!clerk) throw new Error('The clerk is not there');
      const { page, t } = clerk;
      const [file] = await desk.files('बैंक से उत्तर की प्रतीक्षा');
      if (!file) throw new Error('no file was made');
      await goByPalette(clerk, file.number);
      await page.getByRole('button', { name: t('fileMove.park') }).waitFor();
      await page.keyboard.press('w');
      const parking = page.getByRole('dialog', { name: t('fileMove.park'), exact: true });
      const untilReply = parking.getByRole('checkbox', { name: t('aside.untilReply'), exact: true });
      await untilReply.and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Space');
      await page.keyboard.press('Control+Enter');
      await parking.waitFor({ state: 'detached' });
      await goByPalette(clerk, t('desk.box.parked'));
      await rowOf(clerk, file.number).waitFor();

      const receipt = await desk.receipt('बैंक का उत्तर');
      const client = await desk.clerk();
      await client.ask('putReceiptInFile', { params: { receiptId: receipt.id }, body: { fileId: file.id } });
      await goByPalette(clerk, t('desk.box.inbox'));
      await rowOf(clerk, file.number).getByText(t('desk.back.reply_received'), { exact: true }).waitFor();
      await clerk.photograph('day-reply');
    },
    DAY_MS,
  );

  it(
    'three posts are consulted: one answers, one says that it is not theirs, and the third is late',
    async () => {
      if (!officer) throw new Error('The officer is not there');
      const { page, t } = officer;
      const [file] = await desk.files('छात्रावास की मरम्मत हेतु बजट');
      if (!file) throw new Error('no file was made');
      await desk.sendBackAndForth(file, 1);
      await goByPalette(officer, file.number);
      await actsMenu(officer).waitFor();
      await page.keyboard.press('q');
      const asking = page.getByRole('dialog', { name: t('fileMove.consult'), exact: true });
      await asking
        .getByRole('textbox', { name: consulting('question') })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.insertText('क्या चालू वर्ष में बजट उपलब्ध है?');
      await fillByKeys(officer, asking.getByRole('textbox', { name: consulting('dueOn'), exact: true }), inDays(3));
      for (const marking of CONSULTED) await pickByKeys(officer, consulting('posts'), marking);
      const late = asking.getByRole('textbox', { name: consulting('dueOf', { post: LATE }), exact: true });
      await fillByKeys(officer, late, inDays(1));
      await page.keyboard.press('Control+Enter');
      await asking.waitFor({ state: 'detached' });

      const kavita = await comes('kavita');
      await goByPalette(kavita, kavita.t('desk.questions'));
      await kavita.page.getByText(file.number, { exact: true }).first().waitFor();
      await kavita.page.keyboard.press('Enter');
      await kavita.page.getByRole('textbox').last().waitFor();
      await kavita.page.getByText(consulting('final'), { exact: true }).waitFor();
      await kavita.page.keyboard.press('n');
      await kavita.page.getByRole('textbox').and(kavita.page.locator(':focus')).waitFor();
      await kavita.page.keyboard.insertText('अनुदान संख्या 83 में धनराशि उपलब्ध है।');
      await kavita.sees(consulting('given', { number: file.number, note: 2 }), () =>
        kavita.page.keyboard.press('Control+Enter'),
      );
      expect(kavita.troubles).toEqual([]);
      const accountant = await Client.signIn(() => office().url, 'meena');
      const [asked] = (await accountant.ask<Page<{ id: string }>>('listQuestions')).items;
      const params = { consultedId: asked?.id ?? '' };
      await accountant.ask('returnConsultation', { params, body: { reason: 'विषय निर्माण शाखा का है' } });

      await theDayIs(office(), inDays(3));
      await page.reload();
      const awaited = page.getByRole('region', { name: consulting('awaited'), exact: true });
      await awaited.getByText(LATE, { exact: true }).waitFor();
      await awaited.getByText(consulting('lateBy', { days: 2 })).waitFor();
      await officer.photograph('day-consulted');
    },
    DAY_MS,
  );

  it(
    'while a file is away a part of it is opened, sent up and incorporated',
    async () => {
      if (!clerk || !officer) throw new Error('Nobody is there');
      const [main] = await desk.files('नहर की मरम्मत का अनुबन्ध');
      if (!main) throw new Error('no file was made');
      await desk.sendBackAndForth(main, 1);
      const part = `${main.number}/Part I`;
      await goByPalette(clerk, main.number);
      await together(clerk, clerk.t('fileMove.open_part'));
      await clerk.page.getByText(part, { exact: true }).first().waitFor();
      await aimByKeys(clerk, 'AO(EST)');
      await writeByKeys(clerk, 'न्यायालय में उत्तर आज ही दाखिल किया जाना है।');
      await untilSaved(clerk);
      await sendWithTheKey(clerk, part, 'AO(EST)');

      await goByPalette(officer, part);
      await together(officer, officer.t('fileMove.incorporate'));
      await officer.page.waitForURL(`**/files/${main.id}`);
      const note = officer.page.getByRole('article', { name: officer.t('note.number', { number: 2 }), exact: true });
      await note.getByText('न्यायालय में उत्तर').waitFor();
      await officer.photograph('day-incorporated');
    },
    DAY_MS,
  );

  it(
    'the digest tells the officer what came, and nothing went wrong on any page',
    async () => {
      const words = noticeWordsOf('hi');
      const digest = await digestOfTheDay(office(), words['kind.file_came']);
      expect(digest).toContain(numbered(0));
      expect(digest).toContain(made[0]?.subject);
      expect([clerk, officer, superior].flatMap((person) => person?.troubles ?? ['nobody came'])).toEqual([]);
    },
    DAY_MS,
  );

  /** The dialog of files that are together, and what it offers first. */
  async function together(person: Person, act: string): Promise<void> {
    const { page, t } = person;
    await actsMenu(person).waitFor();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: t('together.title'), exact: true });
    await dialog.getByRole('button', { name: act, exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  async function aMedicalCase(): Promise<FileCreated> {
    const client = await desk.clerk();
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const kinds = (await client.ask<Page<CaseCategory>>('listCaseCategories')).items;
    const categoryId = kinds.find(({ code }) => code === 'MEDICAL')?.id;
    const body = { headId: head?.id, subject: 'चिकित्सा प्रतिपूर्ति देयक', categoryId };
    return await client.ask<FileCreated>('createFile', { body });
  }
});
