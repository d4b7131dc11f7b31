import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileCreated, MyPdf, NumberHead, Page } from '@patravali/contract';
import { unzipSync } from 'fflate';
import { runFolder } from '../support/database/cluster';
import { Client } from '../support/journeys/client';
import { officeCommand } from '../support/processes/office-command';
import { freePort } from '../support/processes/office-process';
import { buildVerifier, runNode } from '../support/processes/one-file-verifier';
import { LAUNCHER, openOffice, type RunningOffice } from '../support/processes/running-office';

const KEY = { PATRAVALI_BACKUP_PASSPHRASE: 'four old peacocks in the yard' };
const WITHIN_MS = 120_000;
const TOKEN = 'who-watches-the-office';

/** The drill of docs/backup.md: from a backup on another disk the office goes on, and whatever proved something still does. */
describe('an office whose machine is gone', () => {
  const folder = mkdtempSync(join(runFolder(), 'machine-'));
  const [lost, elsewhere, backup] = ['lost', 'elsewhere', 'backup'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let [port, witnessPort, witnessKey, verifier] = [0, 0, '', ''];
  let witness: ChildProcess | undefined;
  let office: RunningOffice | undefined;
  let [checkpoint, logKey] = ['', ''];
  let bundle: Uint8Array = new Uint8Array();
  afterAll(async () => {
    await office?.stop();
    witness?.kill('SIGKILL');
  }, 120_000);

  const url = () => `http://127.0.0.1:${port}`;
  const textAt = async (address: string) => (await fetch(address)).text();
  const sizeIn = (note: string) => Number(note.split('\n')[1]);
  const environment = () => ({
    PORT: String(port),
    PATRAVALI_DEMO: 'small',
    PATRAVALI_METRICS_TOKEN: TOKEN,
    PATRAVALI_WITNESS: `http://127.0.0.1:${witnessPort}`,
    PATRAVALI_WITNESS_KEY: witnessKey,
  });
  /** The last checkpoint, once the witness has signed all that there is. */
  const cosigned = async (least: number): Promise<string> => {
    for (const begun = Date.now(); Date.now() - begun < WITHIN_MS;) {
      const note = await textAt(`${url()}/log/checkpoint`);
      await sleep(200);
      if (sizeIn(note) >= least && note.includes('/witness ')) return note;
    }
    throw new Error('the witness has not signed');
  };
  const verify = async (...words: readonly string[]) =>
    await runNode([verifier, '--lang', 'en', '--key', logKey, '--witness', witnessKey, ...words], { isCutOff: false });

  beforeAll(async () => {
    [port, witnessPort, verifier] = [await freePort(), await freePort(), await buildVerifier(folder)];
    const words = [
      'witness',
      url(),
      '--port',
      String(witnessPort),
      '--folder',
      join(folder, 'witness'),
      '--every',
      '0.1',
    ];
    const env = { ...process.env, NODE_ENV: '', PATRAVALI_LANG: 'en', PATRAVALI_DATA: join(folder, 'none') };
    witness = spawn(process.execPath, [LAUNCHER, ...words], { env });
    await once(witness.stdout ?? witness, 'data');
    witnessKey = (await textAt(`http://127.0.0.1:${witnessPort}/key`)).trim();
  }, 240_000);

  it('has worked, given away a bundle, and been backed up with the key of its log', async () => {
    ({ office } = await openOffice({ dataFolder: lost, environment: environment() }));
    const clerk = await Client.signIn(url, 'vinod');
    const { id: fileId } = await createFile(clerk);
    const { id: pdfId } = await clerk.ask<{ id: string }>('askForPdf', {
      params: { fileId },
      body: { form: 'bundle' },
    });
    const isReady = async () => {
      const { items } = await clerk.ask<Page<MyPdf>>('listMyPdfs');
      return items.some(({ id, state }) => id === pdfId && state === 'ready');
    };
    while (!(await isReady())) await sleep(200);
    bundle = await clerk.pdf('downloadMyPdf', { pdfId });
    checkpoint = await cosigned(1);
    logKey = (await textAt(`${url()}/log/keys`)).split('\n')[0] ?? '';
    await office.stop();
    office = undefined;
    const made = await officeCommand(lost, ['backup', backup, '--key'], { ...environment(), ...KEY });
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('The log is in it')]);
    const verified = await officeCommand(join(folder, 'none'), ['backup', '--verify', backup, '--key'], KEY);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('and it is the right one')]);
  }, 600_000);

  it('is there again elsewhere, with the log that was signed before', async () => {
    rmSync(lost, { recursive: true });
    const restored = await officeCommand(elsewhere, ['restore', backup, '--key'], { ...environment(), ...KEY });
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('The log has been restored')]);
    const kept = join(folder, 'kept');
    writeFileSync(kept, checkpoint);
    expect(await verify('--kept', kept, elsewhere)).toMatchObject({ code: 0 });
  }, 240_000);

  it('goes on with the same log, which its witness signs, and old bundles are of that log', async () => {
    ({ office } = await openOffice({ dataFolder: elsewhere, environment: environment() }));
    await createFile(await Client.signIn(url, 'vinod'));
    const now = await cosigned(sizeIn(checkpoint) + 1);
    expect(sizeIn(now)).toBeGreaterThan(sizeIn(checkpoint));
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await (await fetch(`${url()}/health/ready`, { headers })).json()) as object).toMatchObject({
      log: 'ready',
    });
    const [old, inBundle] = [join(folder, 'old.zip'), join(folder, 'in-bundle')];
    writeFileSync(old, bundle);
    const proof = Object.entries(unzipSync(bundle)).find(([path]) => path.endsWith('.tlog-proof'))?.[1] ?? bundle;
    const text = Buffer.from(proof).toString();
    writeFileSync(inBundle, text.slice(text.indexOf('\n\n') + 2));
    expect(await runNode([verifier, '--lang', 'en', '--key', logKey, old], { isCutOff: false })).toMatchObject({
      code: 0,
    });
    expect(await verify('--kept', inBundle, url())).toMatchObject({ code: 0 });
    expect(await verify('--kept', join(folder, 'kept'), url())).toMatchObject({ code: 0 });
    const { code, output } = await officeCommand(elsewhere, ['check'], environment());
    expect([code, output]).toEqual([0, expect.stringContaining('Not as recorded: 0')]);
  }, 240_000);

  it('says for good that what came after the backup is lost, when whoever restores it gives a reason', async () => {
    const again = join(folder, 'again');
    const words = ['restore', backup, '--key', '--reason', 'The machine burned.'];
    expect(await officeCommand(again, words, { ...environment(), ...KEY })).toMatchObject({ code: 0 });
    const alone = { PATRAVALI_DEMO: 'small', PORT: String(port) };
    const { code, output } = await officeCommand(again, ['check'], alone);
    expect([code, output]).toEqual([0, expect.stringContaining('Reason: The machine burned.')]);
  }, 240_000);
});

async function createFile(clerk: Client): Promise<FileCreated> {
  const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
  return await clerk.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'भवन मरम्मत' } });
}
