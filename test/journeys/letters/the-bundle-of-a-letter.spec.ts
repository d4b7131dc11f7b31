import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftChanged, DraftIssued, FileCreated, NumberHead, Page } from '@patravali/contract';
import { unzipSync } from 'fflate';
import en from '../../../libs/office/messages/src/en/evidence-bundle.json';
import hi from '../../../libs/office/messages/src/hi/evidence-bundle.json';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { buildVerifier, canCutNetwork, runNode } from '../../support/processes/one-file-verifier';
import { signIn } from '../../support/page/person';

const OFFICER = ['sunita', 'AO(EST)'] as const;
const WORDS = { en, hi };
const RIGHT = { hi: /^जिसका मिलान हुआ वह सब सही है/, en: /^All that was compared is right/ };
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the evidence bundle of an issued letter', () => {
  const office = useJourneyOffice();
  let folder: string;
  let verifier: string;
  let officer: Client;
  let letter: DraftIssued;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-letter-'));
    verifier = await buildVerifier(join(folder, 'one'));
    officer = await Client.signIn(() => office().url, ...OFFICER);
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const cover = { headId: head?.id, subject: 'सड़क की मरम्मत' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: cover });
    const body = { content: aLetter(officer.postId) };
    const { id: draftId } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body });
    await officer.ask('approveDraft', { params: { draftId }, body: { draftVersion: 1 } });
    letter = await officer.ask<DraftIssued>('issueDraft', { params: { draftId } });
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true }));

  it.each(LANGUAGES)(
    'is asked for on its page, and verified by a stranger; its certificate names the letter by its hash: %s',
    async (language) => {
      const person = await office().person({ language });
      await signIn(person, ...OFFICER);
      const { page, t } = person;
      const [words, { number }] = [WORDS[language], letter];
      await page.goto(`/issues/${letter.issueId}`);
      await page.getByRole('button', { name: `${t('pdfs.bundle')}…`, exact: true }).press('Enter');
      const dialog = page.getByRole('dialog', { name: words.title.replace('{number}', number), exact: true });
      await dialog.getByText(words.holdsLetter).waitFor();
      await person.photograph(`bundle-of-letter-${language}`);
      await person.sees(words.asked, () => page.keyboard.press('Control+Enter'));
      await dialog.waitFor({ state: 'hidden' });
      await person.sees(t('pdfs.bundleReady', { number }));
      await page.goto('/pdfs');
      const download = page.getByRole('button', { name: t('pdfs.downloadBundle', { number }) }).first();
      await download.waitFor();
      const { bytes } = await person.download(() => download.press('Enter'));

      const path = join(folder, `${language}.zip`);
      await writeFile(path, bytes);
      const isCutOff = canCutNetwork();
      if (!isCutOff) process.stderr.write('Verified with the network: "unshare -rn" is not permitted here.\n');
      const verified = await runNode([verifier, '--lang', language, path], { isCutOff });
      expect(verified).toEqual({ code: 0, told: expect.stringMatching(RIGHT[language]) as string });

      const files = unzipSync(bytes);
      const issued = await officer.pdf('downloadDocument', { documentId: letter.documentId });
      const inBundle = files[`documents/${hash(issued)}.pdf`] ?? new Uint8Array();
      expect(hash(inBundle)).toBe(hash(issued));
      const certificate = await pdfText(files[`certificate-${language}.pdf`] ?? new Uint8Array());
      const printed = certificate.replaceAll(/[\s\u200b]/g, '');
      expect(printed).toContain(number.replaceAll(/\s/g, ''));
      for (const named of [issued, files['hashes.txt'] ?? new Uint8Array()]) expect(printed).toContain(hash(named));
      expect(person.troubles).toEqual([]);
    },
    300_000,
  );
});
