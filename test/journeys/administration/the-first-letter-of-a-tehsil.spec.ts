import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { fingerprintOf, make } from '../../../libs/platform/signatures/test/made-certificates';
import { runFolder } from '../../support/database/cluster';
import { setUpLink } from '../../support/journeys/set-up-link';
import { LANGUAGES } from '../../support/language/languages';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { browserOfWorker } from '../../support/page/browser';
import { Hands } from '../../support/page/hands';
import { Person } from '../../support/page/person';
import { RunningOffice } from '../../support/processes/running-office';
import { asP12 } from '../../support/signing/made-keys';

const JOURNEY_MS = 600_000;
const ORDER = '1/स्था०-2026, 30 नवम्बर 2026';
const PASSWORD = 'चार-घोड़े-नदी-पर-72';
const SUBJECT = 'चकमार्ग की पैमाइश';
const BODY = 'कृपया आख्या उपलब्ध करायें।';
const HEAD = { hi: 'अरविन्द भारती', en: 'Arvind Bharti', username: 'arvind' };
/** Beside the head of the office and its administrator, whose posts the first start makes. */
const OTHERS = [
  { hi: 'नायब तहसीलदार', en: 'Naib Tehsildar', marking: 'NT', name: { hi: 'कमला राजभर', en: 'Kamla Rajbhar' } },
  { hi: 'राजस्व निरीक्षक', en: 'Revenue Inspector', marking: 'RI', name: { hi: 'राजेश गौतम', en: 'Rajesh Gautam' } },
  { hi: 'प्रेषण लिपिक', en: 'Despatch Clerk', marking: 'DC', name: { hi: 'सुशीला चौहान', en: 'Sushila Chauhan' } },
] as const;

describe.each(LANGUAGES)('A tehsil of five posts, from an empty folder, in %s', (language) => {
  let office: RunningOffice | undefined;
  const people: Person[] = [];
  afterAll(async () => {
    for (const person of people) await person.context.close();
    await office?.stop();
  }, 120_000);

  const root = make({ name: 'State Certifying Authority', ca: true });
  const seal = make({ name: 'Tehsil Sagri', by: root });
  const folder = mkdtempSync(join(runFolder(), 'tehsil-'));
  const written = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it(
    'sends its first letter after so many keys and clicks, and nobody types a command',
    async () => {
      const { p12, password } = await asP12(seal, [root]);
      office = new RunningOffice({
        environment: {
          PATRAVALI_DEMO: 'off',
          PATRAVALI_LANG: language,
        },
      });
      const url = await office.url();
      const administrator = await Person.arrive(await browserOfWorker(), url, { language });
      people.push(administrator);
      await administrator.page.goto(await setUpLink(office));
      const key = { file: written('office.p12', Buffer.from(p12, 'base64')), password };
      const { acts, link } = await theOfficeIsMade(administrator, key);
      const head = await Person.arrive(await browserOfWorker(), url, { language });
      people.push(head);
      const sent = await theLetterIsSent(head, link);
      // 120 together are what an office may be asked for.
      expect({ acts, sent }).toEqual({ acts: 88, sent: 20 });
      expect(people.flatMap(({ troubles }) => troubles)).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** @returns the link by which the head of the office comes. */
  async function theOfficeIsMade(
    person: Person,
    key: { readonly file: string; readonly password: string },
  ): Promise<{ acts: number; link: string }> {
    const { page, t } = person;
    const hands = new Hands(person);
    const dialog = page.getByRole('dialog');
    const field = (name: string, place: Locator = dialog) => place.getByRole('textbox', { name, exact: true });
    const button = (name: string, place: Locator | typeof page = page) =>
      place.getByRole('button', { name, exact: true });
    const keep = async () => {
      await hands.press('Control+Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    const goes = async (name: string) => {
      await hands.click(page.getByRole('link', { name, exact: true }));
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    };

    const part = (name: string) => page.getByRole('group', { name, exact: true });
    const name = language === 'hi' ? t('setUp.nameHi') : t('setUp.nameEn');
    await hands.fill(field(name, part(t('setUp.office'))), language === 'hi' ? 'तहसील सगड़ी' : 'Tehsil Sagri');
    await hands.fill(field(name, part(t('setUp.you'))), language === 'hi' ? 'मीना सोनकर' : 'Meena Sonkar');
    await hands.fill(field(t('setUp.username'), part(t('setUp.you'))), 'meena');
    for (const label of ['session.newPassword', 'session.newPasswordAgain'] as const)
      await hands.fill(page.getByLabel(t(label), { exact: true }), PASSWORD);
    await hands.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('page.checklist'), exact: true }).waitFor();

    await goes(t('page.letterhead'));
    await hands.fill(field(t('letterhead.address'), page.getByRole('main')), 'सगड़ी, आजमगढ़, उत्तर प्रदेश');
    await person.sees(t('letterhead.kept'), () => hands.press('Control+Enter'));

    await goes(t('people.title'));
    for (const { marking, ...designation } of OTHERS) {
      await hands.click(button(t('establishment.newPost')));
      await hands.fill(field(t('establishment.designation')), designation[language]);
      await hands.fill(field(t('establishment.ownMarking')), marking);
      if (marking === 'DC')
        await hands.click(dialog.getByRole('checkbox', { name: t('role.dispatcher'), exact: true }));
      await hands.fill(field(t('establishment.reason')), ORDER);
      await person.sees(t('establishment.postKept'), keep);
    }

    await goes(t('page.accounts'));
    let link = '';
    for (const who of [HEAD, ...OTHERS.map((post) => ({ ...post.name, username: post.marking.toLowerCase() }))]) {
      await hands.click(button(t('establishment.newPerson')));
      await hands.fill(field(t('establishment.name')), who[language]);
      await hands.fill(field(t('establishment.username')), who.username);
      await hands.fill(field(t('establishment.reason')), ORDER);
      await hands.press('Control+Enter');
      const shown = (await dialog.getByText(/\/link#/).textContent()) ?? '';
      if (who === HEAD) link = shown;
      await hands.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }

    await goes(t('people.title'));
    const charges = [
      [language === 'hi' ? 'का०अ०' : 'HEAD', HEAD[language]],
      ...OTHERS.map((post) => [post.marking, post.name[language]]),
    ] as [string, string][];
    for (const [marking, who] of charges) {
      await hands.click(button(`${t('establishment.takeCharge')}: ${marking}`));
      const found = dialog.getByRole('combobox', { name: t('people.person'), exact: true });
      await found.or(field(t('people.person'))).click();
      await hands.fill(found.or(field(t('people.person'))), who);
      await hands.click(page.getByRole('option').filter({ hasText: who }).first());
      await hands.fill(field(t('people.order')), ORDER);
      await person.sees(t('establishment.chargeTaken'), keep);
    }

    await goes(t('page.numbers'));
    await hands.click(button(t('numbers.newHead')));
    await hands.fill(field(t('numbers.basic')), 'REV');
    await hands.fill(field(t('numbers.headTitle')), language === 'hi' ? 'राजस्व' : 'Revenue');
    await hands.fill(field(t('numbers.reason')), ORDER);
    await keep();

    await goes(t('page.connections'));
    await hands.click(button(t('connections.bringKey')));
    const brought = page.waitForEvent('filechooser');
    await hands.click(dialog.getByLabel(t('signing.file'), { exact: true }));
    await (await brought).setFiles(key.file);
    await hands.fill(dialog.getByLabel(t('signing.filePassword'), { exact: true }), key.password);
    await hands.fill(field(t('file.reason')), ORDER);
    await person.sees(t('connections.kept'), keep);
    await person.photograph(`a-key-is-brought-${language}`);

    await goes(t('page.certificates'));
    await hands.click(button(t('certificates.addRoot')));
    const chosen = page.waitForEvent('filechooser');
    await hands.click(dialog.getByLabel(t('certificates.file'), { exact: true }));
    await (await chosen).setFiles(written('root.der', root.der));
    await hands.fill(field(t('signing.fingerprint')), fingerprintOf(root));
    await hands.fill(field(t('certificates.receivedFrom')), 'राज्य प्रमाणन प्राधिकारी');
    await person.sees(t('certificates.rootAdded'), keep);
    await page.getByText(t('certificates.sealHolds'), { exact: true }).waitFor();
    await person.photograph(`a-tehsil-stands-${language}`);
    return { acts: hands.acts, link };
  }

  /** The head of the office writes, approves, issues and sends it. */
  async function theLetterIsSent(person: Person, link: string): Promise<number> {
    const { page, t } = person;
    const hands = new Hands(person);
    const hasFocus = (name: string) =>
      page.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor();
    await page.goto(link);
    for (const label of ['session.newPassword', 'session.newPasswordAgain'] as const)
      await hands.fill(page.getByLabel(t(label), { exact: true }), PASSWORD);
    await hands.press('Enter');
    await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByText(t('desk.newFile')).first().waitFor();
    await hands.press('c');
    await hands.isAt(t('desk.head'));
    await hands.press('Enter');
    await page.getByRole('radio', { checked: true }).waitFor();
    await hands.fill(page.getByRole('textbox', { name: t('receipts.subject'), exact: true }), SUBJECT);
    await hands.press('Control+Enter');
    await page.waitForURL(/\/files\/[0-9a-f-]{36}/);
    await page.getByRole('region', { name: t('file.sendBar'), exact: true }).waitFor();
    await hands.press('p');
    await page.waitForURL(/\/drafts\/new/);
    await hands.fill(page.getByRole('textbox', { name: t('draft.subject'), exact: true }), SUBJECT);
    await hands.click(page.getByRole('textbox', { name: t('draft.body'), exact: true }));
    await hands.write(BODY);
    const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
    await hands.fill(addressees.getByLabel(t('draft.addressee.name'), { exact: true }), 'जिलाधिकारी');
    await hands.fill(addressees.getByLabel(t('draft.addressee.address'), { exact: true }), 'आज़मगढ़');
    await person.photograph(`first-letter-${language}`);
    await hands.press('Control+S');
    await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
    await untilTheSheetReads(page, BODY, t('draft.preview'));
    await page.getByRole('button', { name: t('draftMove.approve'), exact: true }).waitFor();
    await hands.click(page.getByRole('button', { name: t('draftMove.approve'), exact: true }));
    // The button that opens the dialog says the same.
    await page.getByRole('dialog').waitFor();
    await hasFocus(t('draftMove.approve'));
    await hands.press('Enter');
    await hasFocus(t('draftMove.issue'));
    await hands.press('i');
    await hasFocus(t('draft.signAndIssue'));
    await hands.press('Enter');
    await page.waitForURL(/\/issues\//);
    await hands.choose(page.getByLabel(t('dispatch.mode'), { exact: true }), 'post');
    await person.sees(t('dispatch.done', { count: 1 }), () =>
      hands.click(page.getByRole('button', { name: t('dispatch.actCount', { count: 1 }), exact: true })),
    );
    await person.photograph(`first-letter-sent-${language}`);
    return hands.acts;
  }
});
