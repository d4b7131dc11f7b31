import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigningKey, makeDemoSigningKey, type SigningKey } from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { pdfText } from '../../../typesetting/test/pdf-text';
import { aPage } from '../../../typesetting/test/samples';
import { itWith, run } from '../../../typesetting/test/tools';
import { sealPdf } from './sign-document';

describe('signing a letter', () => {
  const typesetter = startTypesetter();
  let key: SigningKey;
  let letter: Uint8Array;
  let signed: Uint8Array;
  let pages: number;
  let folder: string;
  const signature = { name: 'राजेश कुमार वर्मा', designation: 'प्रशासनिक अधिकारी', reason: 'निर्गत' };
  const at = new Date('2026-11-24T11:10:00Z');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-key-'));
    key = await makeDemoSigningKey({ name: 'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल', number: 'seal' });
    letter = await typesetter.typeset(aPage);
    ({ bytes: signed, pages } = await typesetter.typesetSigned(aPage, key, { ...signature, at }));
  });
  afterAll(async () => {
    await typesetter.close();
    await rm(folder, { recursive: true });
  });

  it('adds to the bytes of the letter and changes none of them', async () => {
    // The same bytes: a page that is set a second later says so.
    const { bytes } = await sealPdf(letter, key, { ...signature, at });
    expect(Buffer.from(bytes.slice(0, letter.length)).equals(Buffer.from(letter))).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toContain('ETSI.CAdES.detached');
  });

  it('says how many pages it has', () => {
    expect(pages).toBe(2);
  });

  it('leaves the text that can be read as it was', async () => {
    expect(await pdfText(signed)).toBe(await pdfText(letter));
  });

  itWith('qpdf')('leaves a sound PDF', () => {
    expect(run('qpdf', ['--check', 'FILE'], signed)).toMatchObject({ status: 0 });
    return Promise.resolve();
  });

  itWith('pdfsig')('is found valid by another program, over the whole document', () => {
    const { output } = run('pdfsig', ['-nocert', 'FILE'], signed);
    expect(output).toContain('Signature is Valid');
    expect(output).toContain('Total document signed');
    expect(output).toContain('ETSI.CAdES.detached');
    expect(output).toMatch(/CN=.*आज़मगढ़ मण्डल.*,O=.*,C=IN/);
    return Promise.resolve();
  });

  itWith('pdfsig')('holds when somebody signs after', async () => {
    const { bytes: twice } = await sealPdf(signed, key, { ...signature, at });
    const { output } = run('pdfsig', ['-nocert', 'FILE'], twice);
    expect(output.match(/Signature is Valid/g)).toHaveLength(2);
  });

  itWith('pdfsig')('shows when one byte of the letter was changed', () => {
    const forged = Uint8Array.from(signed);
    const place = Math.floor(letter.length / 2);
    forged[place] = (forged[place] ?? 0) ^ 1;
    expect(run('pdfsig', ['-nocert', 'FILE'], forged).output).toContain('Digest Mismatch');
    return Promise.resolve();
  });

  itWith('openssl')('has a key that other programs open', async () => {
    const path = join(folder, 'other.p12');
    await writeFile(path, key.p12);
    const { output } = run(
      'openssl',
      ['pkcs12', '-in', path, '-passin', `pass:${key.password}`, '-nodes', '-info'],
      letter,
    );
    expect(output).toContain('BEGIN CERTIFICATE');
    expect(output).toContain('BEGIN PRIVATE KEY');
  });

  it('takes the key of an office from a file, and says at once when it cannot be used', async () => {
    const path = join(folder, 'office.p12');
    await writeFile(path, key.p12);
    expect(await loadSigningKey(path, key.password)).toEqual(key);
    await expect(loadSigningKey(path, 'wrong')).rejects.toMatchObject({ name: 'SigningKeyUnusable', path });
    await expect(loadSigningKey(join(folder, 'none.p12'), 'x')).rejects.toMatchObject({ name: 'SigningKeyUnusable' });
  });

  it('fails as a job of the typesetter when the key does not open', async () => {
    const sign = typesetter.typesetSigned(aPage, { ...key, password: 'wrong' }, { ...signature, at });
    await expect(sign).rejects.toMatchObject({ name: 'TypesettingFailed', reason: 'unfit' });
  });
});
