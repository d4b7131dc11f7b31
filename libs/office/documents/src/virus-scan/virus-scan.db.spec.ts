import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Config } from '@patravali/config';
import { UploadDocument } from '@patravali/documents';
import { isClamdInstalled, startClamd, type TestClamd } from '../../../../../test/support/processes/clamd';
import { aRawPdf } from '../../../../../test/support/papers/hostile-pdfs';
import { useOffice } from '../../../../../test/support/office/office';
import { quietLog } from '../../../../../test/support/http/quiet-log';
import { askClamd } from './ask-clamd';

const aLetter = (note = '') =>
  aRawPdf([
    `<< /Type /Catalog /Pages 2 0 R /Note (${note}) >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]);
const INFECTED = aLetter('a very particular virus');
const TEXT = 'this text is a virus in this test';

const office = useOffice({ holds: 'section' });
const uploadsWith = async (virusScanner: Config['virusScanner']) =>
  (await office().start(virusScanner ? { virusScanner } : {})).get(UploadDocument, { strict: false });
const upload = async (uploads: UploadDocument, bytes: Uint8Array) =>
  await uploads.execute(office().at('SO'), { body: Readable.from([bytes]), fileName: 'पत्र.pdf' });
const scanOf = async (id: string) =>
  await office().rows(`SELECT data ->> 'virusScan' AS scan FROM event WHERE subject_id = $1`, [id]);
beforeAll(() => quietLog());

// On Debian the package clamav-daemon has it; its signatures are not needed.
const withClamd = isClamdInstalled() ? describe : describe.skip;

withClamd('an office with a virus scanner (real clamd)', () => {
  let clamd: TestClamd;
  let uploads: UploadDocument;
  beforeAll(async () => {
    clamd = await startClamd({ file: INFECTED, text: TEXT }, '200K');
    uploads = await uploadsWith({ address: { path: clamd.path }, whenAway: 'refuse' });
  }, 90_000);
  afterAll(() => clamd.stop());

  it('takes what the scanner finds clean, and says that it was scanned', async () => {
    const { id } = await upload(uploads, aLetter('a letter'));
    expect(await scanOf(id)).toEqual([{ scan: 'clean' }]);
  });

  it.each([
    ['a file that is one', () => INFECTED, /^Patravali\.Test\.File/],
    ['a file that holds one', () => aLetter(TEXT), /^Patravali\.Test\.Text/],
    [
      'a file that holds one far inside',
      () => Buffer.concat([aLetter('a'), Buffer.alloc(150_000, ' '), Buffer.from(TEXT)]),
      /Text/,
    ],
  ])('refuses %s before it is a document', async (_, bytes, found) => {
    const before = await office().counts();
    await expect(upload(uploads, bytes())).rejects.toMatchObject({
      code: 'document-infected',
      params: { found: expect.stringMatching(found) as string },
    });
    expect(await office().counts()).toEqual(before);
  });

  it('takes a document that is longer than the scanner reads for one that was not scanned', async () => {
    const long = Buffer.concat([aLetter('long'), Buffer.alloc(400_000, ' ')]);
    await expect(upload(uploads, long)).rejects.toMatchObject({ code: 'scanner-unavailable' });
    const lenient = await uploadsWith({ address: { path: clamd.path }, whenAway: 'accept' });
    expect(await scanOf((await upload(lenient, long)).id)).toEqual([{ scan: 'not_scanned' }]);
  });
});

describe('an office whose virus scanner is away', () => {
  const nobody = { path: join(tmpdir(), 'no-clamd-is-here.ctl') };

  it('takes nothing unscanned, with words and the time to try again', async () => {
    const uploads = await uploadsWith({ address: nobody, whenAway: 'refuse' });
    const before = await office().counts();
    await expect(upload(uploads, aLetter())).rejects.toMatchObject({
      code: 'scanner-unavailable',
      retryAfter: 30,
    });
    expect(await office().counts()).toEqual(before);
  });

  it('takes it all the same where that is set, and its record says so', async () => {
    const uploads = await uploadsWith({ address: nobody, whenAway: 'accept' });
    expect(await scanOf((await upload(uploads, aLetter())).id)).toEqual([{ scan: 'not_scanned' }]);
  });

  it.each([
    ['says nothing', () => undefined],
    ['hangs up', (socket: { destroy(): void }) => socket.destroy()],
    ['says something else', (socket: { end(text: string): void }) => socket.end('stream: maybe\0')],
  ])('is not held up by one that %s', async (_, behave) => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      behave(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await expect(askClamd(__filename, { host: '127.0.0.1', port }, 300)).rejects.toMatchObject({ name: 'ScannerAway' });
    server.close();
  });

  it('says nothing of a scan where there is no scanner', async () => {
    expect(await scanOf((await upload(await uploadsWith(undefined), aLetter())).id)).toEqual([{ scan: null }]);
  });
});
