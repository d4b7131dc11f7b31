import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileCreated, Language } from '@patravali/contract';
import en from '../../../libs/office/messages/src/en/evidence-bundle.json';
import hi from '../../../libs/office/messages/src/hi/evidence-bundle.json';
import { run } from '../../../libs/verifier/src/command/run';
import { chooseAct } from '../../support/page/file';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { buildVerifier, itCutOff, runNode } from '../../support/processes/one-file-verifier';
import { signIn } from '../../support/page/person';

const CLERK = 'vinod';
const WORDS = { en, hi };
const RIGHT = { hi: /^जिसका मिलान हुआ वह सब सही है/, en: /^All that was compared is right/ };

describe('the evidence bundle of a file', () => {
  const office = useJourneyOffice();
  let folder: string;
  let file: FileCreated;
  /** The bundle that was made last. */
  let made: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-bundle-'));
    const client = await Client.signIn(() => office().url, CLERK);
    const { items } = await client.ask<{ items: { id: string }[] }>('listNumberHeads');
    file = await client.ask('createFile', { body: { headId: items[0]?.id, subject: 'सड़क की मरम्मत' } });
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function verify(bytes: Uint8Array, language: Language) {
    const path = join(folder, 'bundle.zip');
    await writeFile(path, bytes);
    let told = '';
    const code = await run(['--lang', language, path], (text) => void (told += text));
    return { code, told };
  }

  it.each(LANGUAGES)(
    'is asked for by key, told of when it is ready, and verified by a stranger: %s',
    async (language) => {
      const clerk = await office().person({ language });
      await signIn(clerk, CLERK);
      const { page, t } = clerk;
      const words = WORDS[language];
      await page.goto(`/files/${file.id}`);
      await chooseAct(clerk, t('pdfs.bundle'));
      const dialog = page.getByRole('dialog', { name: words.title.replace('{number}', file.number), exact: true });
      await dialog.getByText(words.holdsCertificate).waitFor();
      await clerk.photograph(`bundle-${language}`);
      await clerk.sees(words.asked, () => page.keyboard.press('Control+Enter'));
      await dialog.waitFor({ state: 'hidden' });
      await clerk.sees(t('pdfs.bundleReady', { number: file.number }));
      await page.goto('/pdfs');
      const download = page.getByRole('button', { name: t('pdfs.downloadBundle', { number: file.number }) }).first();
      await download.waitFor();
      await clerk.photograph(`bundle-ready-${language}`);
      const { name, bytes } = await clerk.download(() => download.press('Enter'));
      expect(name).toMatch(/\.zip$/);
      made = bytes;
      expect(await verify(bytes, language)).toEqual({
        code: 0,
        told: expect.stringMatching(RIGHT[language]) as string,
      });
      const changed = Buffer.from(bytes);
      const at = changed.indexOf('patravali event 2');
      changed[at + 20] = (changed[at + 20] ?? 0) ^ 1;
      expect((await verify(changed, language)).code).toBe(1);
      expect(clerk.troubles).toEqual([]);
    },
    300_000,
  );

  itCutOff(
    'is verified by the one file of the verifier with the network cut off',
    async () => {
      const verifier = await buildVerifier(join(folder, 'one'));
      const ask = `fetch('${office().url}/health/live').then(() => process.exit(0), () => process.exit(3))`;
      expect((await runNode(['-e', ask], { isCutOff: false })).code).toBe(0);
      expect((await runNode(['-e', ask], { isCutOff: true })).code).toBe(3);

      const path = join(folder, 'made.zip');
      const verifyCutOff = () => runNode([verifier, '--lang', 'en', path], { isCutOff: true });
      await writeFile(path, made);
      expect(await verifyCutOff()).toEqual({ code: 0, told: expect.stringMatching(RIGHT.en) as string });
      const changed = Buffer.from(made);
      const at = changed.indexOf('patravali event 2');
      changed[at + 20] = (changed[at + 20] ?? 0) ^ 1;
      await writeFile(path, changed);
      expect((await verifyCutOff()).code).toBe(1);
    },
    120_000,
  );
});
