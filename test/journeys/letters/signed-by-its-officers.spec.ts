import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftChanged, FileCreated, IssueView, Named, NumberHead, Page, PostView } from '@patravali/contract';
import { makeDemoSigningKey } from '@patravali/signatures';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { has, run } from '../../../libs/platform/typesetting/test/tools';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { numberOf } from '../../support/journeys/trust';
import { asOwner } from '../../support/processes/office-owner';
import { goTo, openRow } from '../../support/page/desk';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const PASSPHRASE = 'a passphrase for signing';
const SUBJECT = 'निर्माण कार्यों की प्रगति';
const COMMENT = 'प्रकाशन की तिथि राजपत्र से मिला लें।';
const WORDS = 'प्रगति आख्या एक सप्ताह में उपलब्ध करायें।';

const office = useJourneyOffice();
const desk = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);
const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });

/** A letter on the Commissioner's desk, approved there. */
async function approved(commissioner: Client, content: object): Promise<string> {
  const [head] = (await commissioner.ask<Page<NumberHead>>('listNumberHeads')).items;
  const cover = { headId: head?.id, subject: SUBJECT };
  const { id: fileId } = await commissioner.ask<FileCreated>('createFile', { body: cover });
  const { id } = await commissioner.ask<DraftChanged>('createDraft', {
    params: { fileId },
    body: { content: { subject: SUBJECT, body: written(WORDS), ...content } },
  });
  await commissioner.ask('approveDraft', { params: { draftId: id }, body: { draftVersion: 1 } });
  return id;
}

/** What is signed now, and that this says which number it is. */
async function numberIt(person: Person, draftId: string): Promise<void> {
  const { page, t } = person;
  await page.goto(`/drafts/${draftId}`);
  await button(person, t('signing.number')).click();
  const asking = page.getByRole('dialog', { name: t('signing.numberTitle'), exact: true });
  await asking.getByRole('button', { name: t('signing.number'), exact: true }).click();
  await page.waitForURL(/\/letters-to-sign\//);
  await untilTheSheetReads(page, 'एक सप्ताह');
}

/** The bytes of the issued letter, each signature in them found valid by another program. */
async function verified(by: Client, issueId: string, signatures: number): Promise<Uint8Array> {
  const issue = await by.ask<Named<IssueView>>('getIssue', { params: { issueId } });
  expect(issue.signatures).toHaveLength(signatures);
  const bytes = await by.pdf('downloadDocument', { documentId: issue.documentId });
  if (has('pdfsig')) {
    const { output } = run('pdfsig', ['-nocert', 'FILE'], bytes);
    expect(output.match(/Signature is Valid/g)).toHaveLength(signatures);
  }
  return bytes;
}
const issueIdOf = ({ page }: Person) => /letters-to-sign\/([\w-]+)/.exec(page.url())?.[1] ?? '';

describe('A letter that its officers sign', () => {
  it(
    'a D.O. letter by the P12 of the Commissioner, in Hindi',
    async () => {
      const administrator = await desk('anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: ['do_letter'] } });
      const commissioner = await desk('nandita', 'COMM');
      const draftId = await approved(commissioner, {
        form: 'do_letter',
        language: 'hi',
        signatoryPostId: commissioner.postId,
        addressees: [{ name: 'श्री अ. ब. स.', designation: 'जिलाधिकारी, मऊ' }],
      });
      const nandita = await office().person({ language: 'hi' });
      await signIn(nandita, 'nandita');
      const { page, t } = nandita;

      await page.goto('/signing-keys');
      const forms = t('letterForm.do_letter');
      await page.getByText(t('signing.usedForForms', { forms }), { exact: true }).waitFor();
      await button(nandita, t('signing.addKey')).click();
      const adding = page.getByRole('dialog', { name: t('signing.addKey'), exact: true });
      const number = await numberOf(office().dataFolder, 'nandita');
      const { p12, password } = await makeDemoSigningKey({ name: 'Nandita Sen', number });
      await adding
        .locator('input[type=file]')
        .setInputFiles({ name: 'nandita.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(p12) });
      await adding.getByLabel(t('signing.filePassword'), { exact: true }).fill(password);
      await adding.getByLabel(t('signing.newPassphrase'), { exact: true }).fill(PASSPHRASE);
      await adding.getByLabel(t('signing.passphraseAgain'), { exact: true }).fill(PASSPHRASE);
      await nandita.photograph('key-adding-hi');
      await nandita.sees(t('signing.added'), () => adding.getByRole('button', { name: t('signing.keep') }).click());
      await page.getByText('CN=Nandita Sen').first().waitFor();
      await nandita.photograph('keys-hi');

      await numberIt(nandita, draftId);
      const issueId = issueIdOf(nandita);
      await page.getByLabel(t('signing.passphrase'), { exact: true }).fill('another passphrase');
      await button(nandita, t('signing.sign')).click();
      await page.getByRole('alert').waitFor();
      await nandita.photograph('passphrase-wrong-hi');

      // More than ten minutes later.
      await asOwner(office().dataFolder, (database) => database.query('UPDATE session SET confirmed_at = NULL'));
      await page.getByLabel(t('signing.passphrase'), { exact: true }).fill(PASSPHRASE);
      await button(nandita, t('signing.sign')).click();
      const confirming = page.getByRole('dialog', { name: t('signing.confirmTitle'), exact: true });
      await nandita.photograph('confirm-hi');
      await confirming.getByRole('button', { name: t('signing.confirm'), exact: true }).click();
      await page.waitForURL(/\/desk\/to-sign/);

      const bytes = await verified(commissioner, issueId, 1);
      const named = 'प्रमाण-पत्र में नाम: Nandita Sen';
      await readsInOrder(bytes, [WORDS, 'डिजिटल हस्ताक्षरित', named, 'हस्ताक्षर दिनांक:']);
      await page.goto(`/issues/${issueId}`);
      await page.getByText('CN=Nandita Sen').first().waitFor();
      await nandita.photograph('signed-letter-hi');
      expect(nandita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a notification by three, each from his own box of letters to sign, in English',
    async () => {
      const commissioner = await desk('nandita', 'COMM');
      const posts = (await commissioner.ask<Page<PostView>>('listPosts', { query: { limit: '100' } })).items;
      const idOf = (marking: string) => posts.find((post) => post.marking === marking)?.id ?? '';
      const draftId = await approved(commissioner, {
        form: 'notification',
        language: 'en',
        signatoryPostId: commissioner.postId,
        addressees: [{ name: 'The Director, Printing and Stationery' }],
        publication: 'Part I, Section 1',
        coSignatoryPostIds: [idOf('ADDL-COMM(ADM)'), idOf('AO(EST)')],
      });
      await commissioner.ask('commentDraft', { params: { draftId }, body: { words: COMMENT } });
      const comes = async (username: string, marking?: string) => {
        const person = await office().person({ language: 'en' });
        await signIn(person, username, marking);
        return person;
      };
      const nandita = await comes('nandita');
      await numberIt(nandita, draftId);
      const issueId = issueIdOf(nandita);
      await nandita.page.getByLabel(nandita.t('signing.passphrase'), { exact: true }).fill(PASSPHRASE);
      await nandita.photograph('signing-en');
      await button(nandita, nandita.t('signing.sign')).click();
      await nandita.page.waitForURL(/\/desk\/to-sign/);
      await nandita.page.goto(`/drafts/${draftId}`);
      await nandita.page.getByRole('status').filter({ hasText: 'ADDL-COMM(ADM)' }).waitFor();
      await nandita.photograph('waits-en');

      for (const [username, marking, signed] of [
        ['arvind', undefined, 1],
        ['sunita', 'AO(EST)', 2],
      ] as const) {
        const officer = await comes(username, marking);
        const { page, t } = officer;
        await goTo(officer, 'to-sign');
        const { number } = await (
          await desk(username, marking ?? 'ADDL-COMM(ADM)')
        ).ask<{ number: string }>('getLetterToSign', { params: { letterId: issueId } });
        await officer.photograph(`to-sign-${username}-en`);
        await openRow(officer, number);
        await page
          .getByText(t('signing.signedOf', { signed, of: 3 }))
          .first()
          .waitFor();
        // Neither of them reads the file.
        const comments = page.getByRole('region', { name: t('comments.title'), exact: true });
        await comments.getByText(COMMENT, { exact: true }).waitFor();
        expect(await comments.getByRole('button').count()).toBe(0);
        await officer.photograph(`comments-read-${username}-en`);
        await officer.sees(t('signing.demoMade'), () => button(officer, t('signing.makeDemo')).click());
        await button(officer, t('signing.sign')).click();
        await page.waitForURL(/\/desk\/to-sign/);
        expect(officer.troubles).toEqual([]);
      }

      const bytes = await verified(commissioner, issueId, 3);
      await readsInOrder(bytes, [WORDS, 'Digitally signed', 'Signed on:']);
      expect(nandita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it.each(LANGUAGES)(
    'with keys whose file was not taken away after it was chosen (%s)',
    async (language) => {
      const person = await office().person({ language });
      await signIn(person, 'vinod');
      const { page, t } = person;
      await page.goto('/signing-keys');
      await button(person, t('signing.addToken')).click();
      const dialog = page.getByRole('dialog', { name: t('signing.addToken'), exact: true });
      const folder = await mkdtemp(join(tmpdir(), 'patravali-chosen-'));
      const certificate = join(folder, 'token.pem');
      await writeFile(certificate, 'a certificate');
      await dialog.locator('input[type=file]').setInputFiles(certificate);
      await rm(folder, { recursive: true });
      await person.sees(t('signing.fileUnreadable'), () => page.keyboard.press('Control+Enter'));
      await person.photograph(`file-taken-away-${language}`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
