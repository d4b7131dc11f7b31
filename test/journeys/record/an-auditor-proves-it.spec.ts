import type { DraftChanged } from '@patravali/contract';
import { fill, formatDate, type MessageParams } from '@patravali/language';
import { readVerifierKey } from '@patravali/verifier';
import { loseEvents } from '../../../libs/platform/ledger/test/losses';
import enAudit from '../../../libs/office/messages/src/en/audit.json';
import enBundle from '../../../libs/office/messages/src/en/evidence-bundle.json';
import enLosses from '../../../libs/office/messages/src/en/log-losses.json';
import enTimeline from '../../../libs/office/messages/src/en/timeline.json';
import enVerify from '../../../libs/office/messages/src/en/verify-file.json';
import hiAudit from '../../../libs/office/messages/src/hi/audit.json';
import hiBundle from '../../../libs/office/messages/src/hi/evidence-bundle.json';
import hiLosses from '../../../libs/office/messages/src/hi/log-losses.json';
import hiTimeline from '../../../libs/office/messages/src/hi/timeline.json';
import hiVerify from '../../../libs/office/messages/src/hi/verify-file.json';
import { chooseAct } from '../../support/page/file';
import { Looker } from '../../support/page/axe';
import { comeToVerifyBundle, dropOnPage, toldAsInNode, VERIFY_WORDS } from '../../support/page/bundle-in-browser';
import { aLetter } from '../../support/http/clerks';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { inDays, theDayIs } from '../../support/days/days';
import { beDaysAgo, daysAgo } from '../../support/days/days-ago';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { asOwner } from '../../support/processes/office-owner';
import { type Person, signIn } from '../../support/page/person';
import { WORDS } from '../../support/office/words';

const JOURNEY_MS = 900_000;
const [BEFORE, SENT, RETURNED] = [8, 6, 4];
const WHY = 'आख्या संलग्न नहीं है।';
const LOST_BY = { hi: 'पुराने बैकअप से वापसी', en: 'Restored from an older backup' };
const EN = { ...enAudit, ...enTimeline, ...enVerify, ...enBundle, ...enLosses };
const HI = { ...hiAudit, ...hiTimeline, ...hiVerify, ...hiBundle, ...hiLosses };

const office = useJourneyOffice();
const desk = new ClerksDesk(office);

/** A letter came in and a file went up six days ago, it came back with a reason four days ago, and today a reply is written and approved. */
async function aFileWithAPast(): Promise<NamedFile> {
  await beDaysAgo(office(), SENT);
  const toPostId = await desk.postNamed('HA(EST)');
  const { id: receiptId } = await desk.diarised('विद्युत देयक', { forward: { toPostId }, receivedOn: daysAgo(SENT) });
  const [file] = await desk.files('भवन मरम्मत प्रस्ताव');
  if (!file) throw new Error('no file');
  const params = { fileId: file.id };
  const clerk = await desk.clerk();
  await clerk.ask('putReceiptInFile', { params: { receiptId }, body: { fileId: file.id, flag: null } });
  await desk.sendBackAndForth(file, 1);

  await beDaysAgo(office(), RETURNED);
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  await officer.ask('openFile', { params });
  await officer.ask('returnFile', { params, body: { reason: WHY } });

  await beDaysAgo(office(), 0);
  const content = aLetter(officer.postId);
  const { id: draftId } = await clerk.ask<DraftChanged>('createDraft', { params, body: { content } });
  await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId, ...WORDS } });
  await officer.ask('openFile', { params });
  const { version } = await officer.ask<{ version: number }>('getDraft', { params: { draftId } });
  const changed = { content: { ...content, subject: 'भवन की मरम्मत के सम्बन्ध में' } };
  await officer.ask('changeDraft', { params: { draftId }, body: changed, ifMatch: version });
  await officer.ask('approveDraft', { params: { draftId }, body: { draftVersion: 2, namedPostId: null } });
  return file;
}

describe.each(LANGUAGES)('An auditor proves to a stranger what happened, in %s', (language) => {
  const say = (key: keyof typeof EN, params: MessageParams = {}) =>
    fill((language === 'hi' ? HI : EN)[key], params, language);
  const ofBundle = (key: keyof (typeof VERIFY_WORDS)['en']) => VERIFY_WORDS[language][key];
  let file: NamedFile;
  let auditor: Person;
  let looker: Looker;
  let bundle: Buffer;
  beforeAll(async () => {
    file = await aFileWithAPast();
    auditor = await office().person({ language });
    await signIn(auditor, 'sudhir');
    looker = await Looker.of(auditor);
  }, JOURNEY_MS);
  const field = (name: string) => auditor.page.getByRole('textbox', { name, exact: true });

  it(
    'finds a return of a past day among the events, and the file as it stood on days before',
    async () => {
      const { page, t } = auditor;
      await page.goto('/audit/events');
      await page.getByRole('heading', { level: 1, name: t('page.auditEvents'), exact: true }).waitFor();
      await page
        .getByRole('combobox', { name: say('audit.event'), exact: true })
        .selectOption({ label: t('event.file.returned') });
      await field(t('page.dayFrom')).fill(daysAgo(RETURNED));
      await field(t('page.dayTo')).fill(daysAgo(RETURNED));
      await field(say('audit.number')).fill(file.number);
      await page.keyboard.press('Enter');
      const found = page.getByRole('row').filter({ has: page.getByRole('cell', { name: WHY, exact: true }) });
      await found.getByRole('link', { name: file.number, exact: true }).click();

      const past = page.getByRole('region', { name: say('timeline.asOf'), exact: true });
      await past.waitFor();
      await page.getByText(say('timeline.mark.returned'), { exact: true }).waitFor();
      const stands = past.getByRole('status');
      await field(say('timeline.asOf')).fill(daysAgo(BEFORE));
      const day = formatDate('screen', daysAgo(BEFORE), language);
      await past.getByText(say('timeline.notOpened', { day }), { exact: true }).waitFor();
      for (const [ago, holder] of [
        [SENT, 'AO(EST)'],
        [RETURNED, 'HA(EST)'],
      ] as const) {
        await field(say('timeline.asOf')).fill(daysAgo(ago));
        await stands.filter({ hasText: holder }).waitFor();
        await past.getByRole('heading', { name: say('timeline.notesThen', { count: 1 }), exact: true }).waitFor();
        await past.getByRole('heading', { name: say('timeline.lettersThen', { count: 1 }), exact: true }).waitFor();
        await past.getByRole('article').first().waitFor();
        await past.getByRole('listitem').first().waitFor();
        expect(await past.getByRole('article').count()).toBe(1);
        expect(await past.getByRole('listitem').count()).toBe(1);
      }
      await looker.look('as it stood');
      await field(say('timeline.asOf')).fill(daysAgo(0));
      await past.getByRole('heading', { name: say('timeline.notesThen', { count: 2 }), exact: true }).waitFor();
    },
    JOURNEY_MS,
  );

  it(
    'compares what was approved with the text before it, and can do nothing there',
    async () => {
      const { page, t } = auditor;
      const approved = page.getByRole('row').filter({ hasText: t('event.draft.approved') });
      await approved.getByText(t('history.show'), { exact: true }).click();
      await approved.getByRole('link', { name: t('fact.draftId'), exact: true }).click();
      const version = (name: string) => page.getByRole('combobox', { name, exact: true });
      await version(t('draft.newer')).waitFor();
      expect(await version(t('draft.older')).inputValue()).toBe('1');
      expect(await version(t('draft.newer')).inputValue()).toBe('2');
      for (const act of [t('draftMove.approve'), t('draftMove.issue'), t('draft.cancel')])
        expect(await page.getByRole('button', { name: act }).count()).toBe(0);
      await looker.look('versions compared');
      await page.goBack();
      await page.getByText(say('timeline.mark.returned'), { exact: true }).waitFor();
    },
    JOURNEY_MS,
  );

  it(
    'verifies the file, is told that nothing was changed, and else what was',
    async () => {
      const { page, t } = auditor;
      const verified = page.getByRole('region', { name: say('verifyFile.act'), exact: true });
      const verify = async (title: string) => {
        await verified.getByRole('button', { name: say('verifyFile.act'), exact: true }).press('Enter');
        await verified.getByText(title, { exact: true }).waitFor();
      };
      await verify(say('verifyFile.unchanged'));
      await verified.getByText(say('verifyFile.part.notes', { count: 2 }), { exact: true }).waitFor();
      await verified.getByText(say('verifyFile.part.letters', { count: 1 }), { exact: true }).waitFor();
      await verified.getByText(say('verifyFile.part.approvals', { count: 1 }), { exact: true }).waitFor();
      await looker.look('verified');
      if (language === LANGUAGES[0]) await looker.lookInTheDark('verified');

      const change = (reason: string) =>
        asOwner(office().dataFolder, (database) =>
          database.query(`ALTER TABLE event DISABLE TRIGGER USER;
            UPDATE event SET reason = '${reason}' WHERE subject_id = '${file.id}' AND name = 'file.returned';
            ALTER TABLE event ENABLE TRIGGER USER`),
        );
      await change('आख्या संलग्न है।');
      await verify(say('verifyFile.changed'));
      await verified.getByText(t('event.file.returned')).waitFor();
      await verified.getByText(say('verifyFile.wayOut'), { exact: true }).waitFor();
      await looker.look('verified, changed');
      if (language === LANGUAGES[0]) await looker.lookInTheDark('verified, changed');
      await change(WHY);
      await verify(say('verifyFile.unchanged'));
    },
    JOURNEY_MS,
  );

  it(
    'downloads its evidence bundle',
    async () => {
      const { page, t } = auditor;
      await chooseAct(auditor, t('pdfs.bundle'));
      const dialog = page.getByRole('dialog', { name: say('title', { number: file.number }), exact: true });
      await dialog.getByText(say('holdsCertificate')).waitFor();
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
      await auditor.sees(t('pdfs.bundleReady', { number: file.number }));
      await page.goto('/pdfs');
      const download = page.getByRole('button', { name: t('pdfs.downloadBundle', { number: file.number }) }).first();
      await download.waitFor();
      ({ bytes: bundle } = await auditor.download(() => download.press('Enter')));
      expect(auditor.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a stranger drops that bundle on the page, without a network, and it is right by the keys of the office; with one byte changed it is not',
    async () => {
      const published = await (await fetch(`${office().url}/log/keys`)).text();
      const key = published.split('\n')[0] ?? '';
      const stranger = await office().person({ language });
      const { page, context } = stranger;
      await comeToVerifyBundle(stranger);
      await context.setOffline(true);

      await dropOnPage(stranger, 'evidence.zip', bundle);
      await toldAsInNode(stranger, 'evidence.zip', bundle);
      await page.getByText(ofBundle('verifyBundle.more'), { exact: true }).click();
      await page.getByRole('textbox', { name: ofBundle('verifyBundle.key') }).fill(key);
      await page.getByRole('button', { name: ofBundle('verifyBundle.again'), exact: true }).click();
      const read = readVerifierKey(key);
      expect(read?.kind).toBe(1);
      const [title] = await toldAsInNode(stranger, 'evidence.zip', bundle, { key: read, witnesses: [] });
      expect(title).toMatch({ hi: /^जिसका मिलान हुआ वह सब सही है/, en: /^All that was compared is right/ }[language]);
      await stranger.photograph(`bundle-of-the-auditor-${language}`);

      const changed = Buffer.from(bundle);
      const at = changed.indexOf('patravali event 2');
      changed[at + 20] = (changed[at + 20] ?? 0) ^ 1;
      await dropOnPage(stranger, 'changed.zip', changed);
      const [, wrong] = await toldAsInNode(stranger, 'changed.zip', changed, { key: read, witnesses: [] });
      expect(wrong).toMatch(/events\/[a-z]+-[0-9a-f-]{36}\/\d{6}\.event/);
      await stranger.photograph(`bundle-of-the-auditor-changed-${language}`);
      expect(stranger.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'draws a sample, and the same seed draws the same',
    async () => {
      const { page, t } = auditor;
      // What was opened today is drawn from tomorrow on: nobody draws on a day to come.
      await theDayIs(office(), inDays(1));
      await page.goto('/audit/sample');
      await page.getByRole('heading', { level: 1, name: t('page.auditSample'), exact: true }).waitFor();
      const draw = async (seed: string) => {
        await field(say('audit.seed')).fill(seed);
        await page.getByRole('spinbutton', { name: say('audit.size'), exact: true }).fill('3');
        await field(say('audit.drawDay')).fill(inDays(1));
        await page.keyboard.press('Enter');
        await page
          .getByRole('status')
          .filter({ hasText: `“${seed}”` })
          .waitFor();
        return await page.getByRole('row').getByRole('link').allTextContents();
      };
      const drawn = await draw('NIC 47 11 08');
      expect(drawn).toHaveLength(3);
      await looker.look('a sample');
      await draw('another');
      expect(await draw('NIC 47 11 08')).toEqual(drawn);
      await theDayIs(office(), inDays(0));
    },
    JOURNEY_MS,
  );

  it(
    'is told what the office has lost: above the list of files, on the time line of the file, and before what comes of verifying it',
    async () => {
      const { page, t } = auditor;
      const reason = LOST_BY[language];
      const ofOffice = page.getByText(sentenceOf('logLoss.events', 2), { exact: false }).filter({ hasText: reason });
      const ofFile = page.getByText(sentenceOf('losses.ofFile', 2), { exact: false }).filter({ hasText: reason });
      await page.goto('/search');
      await page.getByRole('heading', { level: 1, name: t('desk.searchTitle'), exact: true }).waitFor();
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      expect(await page.getByText(reason).count()).toBe(0);

      await asOwner(office().dataFolder, (database) =>
        loseEvents(async (sql) => (await database.query<Record<string, unknown>>(sql)).rows, file.id, {
          count: 2,
          reason,
        }),
      );
      await page.reload();
      await ofOffice.waitFor();
      await looker.look('what the office has lost');
      if (language === LANGUAGES[0]) await looker.lookInTheDark('what the office has lost');

      await page.goto(`/files/${file.id}?tab=timeline`);
      await ofFile.waitFor();
      const verified = page.getByRole('region', { name: say('verifyFile.act'), exact: true });
      await verified.getByRole('button', { name: say('verifyFile.act'), exact: true }).press('Enter');
      await verified.getByText(say('verifyFile.unchangedAfterLoss'), { exact: true }).waitFor();
      expect(await ofFile.count()).toBe(2);
      const [first = ''] = await verified.getByRole('status').locator('strong').allTextContents();
      expect(first).toContain(reason);
      await looker.look('verified after a loss');
      expect(looker.found).toEqual([]);
      expect(auditor.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** As far as the sentence says how many. */
  const sentenceOf = (key: 'logLoss.events' | 'losses.ofFile', count: number) =>
    say(key, { count, at: '…', reason: '' }).split(';')[0] ?? '';
});
