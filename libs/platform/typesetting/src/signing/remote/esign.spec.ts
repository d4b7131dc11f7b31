import { spawnSync } from 'node:child_process';
import { Authority } from '../../../test/authority';
import { aPage } from '../../../test/samples';
import { validIn } from '../../../test/signatures-of';
import { StandInESign } from '../../../test/stand-in-esign';
import { has, itWith, run } from '../../../test/tools';
import { eSignSigning, readCertificates, type RemoteSigning, startTypesetter } from '../../index';

const withOpenssl = has('openssl') ? describe : describe.skip;
const itWithXmlsec = spawnSync('xmlsec1', ['--version']).error === undefined ? it : it.skip;

/** Against our own stand-in only: no real provider has been asked. */
withOpenssl('signing by a service of the kind of eSign', () => {
  const typesetter = startTypesetter();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const signature = {
    ...{ name: 'राजेश कुमार वर्मा', designation: 'अपर आयुक्त', reason: 'निर्गत' },
    at: new Date('2026-11-24T11:10:00Z'),
  };
  const returnUrl = 'https://office.example.in/signing/back?draft=7&page=1';
  let service: StandInESign;
  let remote: RemoteSigning;
  let letter: Uint8Array;

  beforeAll(async () => {
    const office = { p12: authority.p12(authority.issue({ name: 'Office of the Commissioner' }), 'x'), password: 'x' };
    service = new StandInESign(authority, 'Rajesh Kumar Varma');
    remote = eSignSigning({ url: 'https://esign.example.in/2.1/form/signdoc', aspId: 'PATRAVALI-900', key: office });
    letter = await typesetter.typeset(aPage);
  }, 60_000);
  afterAll(async () => {
    await typesetter.close();
    authority.close();
  });

  const begun = async (pdf = letter) => {
    const { documentHash } = await typesetter.prepareSignature(pdf, { certificates: [], signature });
    return await remote.begin({ hash: documentHash, certificateHint: '', returnUrl, about: 'पत्र 12/2026 "A & B"' });
  };

  itWith('pdfsig')('takes a hash there and brings a signature back, which is found valid', async () => {
    const { redirectUrl, fields, transaction } = await begun();
    expect(redirectUrl).toBe('https://esign.example.in/2.1/form/signdoc');
    expect(Object.keys(fields)).toEqual(['eSignRequest', 'aspTxnID', 'Content-Type']);
    const answer = await remote.finish(service.visit(fields));
    expect(answer.transaction).toBe(transaction);
    const { bytes } = await typesetter.sign(letter, { signer: { kind: 'replay', ...answer }, signature });
    expect(validIn(bytes)).toBe(1);
    expect(run('pdfsig', ['-nocert', 'FILE'], bytes).output).toContain('Rajesh Kumar Varma');
    const [certificate = new Uint8Array(0)] = answer.certificates;
    expect((await readCertificates(certificate))[0]?.name).toBe('Rajesh Kumar Varma');
  });

  it('sends a hash, a time of India, and no word of the letter', async () => {
    const { fields, transaction } = await begun();
    service.visit(fields);
    const [request = ''] = service.asked.slice(-1);
    expect(request).toMatch(
      /^<Esign AuthMode="1" aspId="PATRAVALI-900" ekycId="" ekycIdType="A" responseSigType="pkcs7" /,
    );
    expect(request).toContain('responseUrl="https://office.example.in/signing/back?draft=7&amp;page=1"');
    expect(request).toContain('docInfo="पत्र 12/2026 &quot;A &amp; B&quot;"');
    expect(request).toContain(`txn="${transaction}" ver="2.1"`);
    const [, ts = ''] = /ts="([^"]*)"/.exec(request) ?? [];
    expect(Math.abs(new Date(`${ts}+05:30`).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('is signed by the office, and nobody changes it on its way', async () => {
    const { fields } = await begun();
    const { eSignRequest = '' } = fields;
    const changed = { ...fields, eSignRequest: eSignRequest.replace('PATRAVALI-900', 'PATRAVALI-901') };
    expect(() => service.visit(changed)).toThrow('not signed by the office');
  });

  itWithXmlsec('is signed as another program checks it', async () => {
    const path = authority.file('request.xml', (await begun()).fields.eSignRequest ?? '');
    const trusted = ['--trusted-pem', authority.path('ca.pem')];
    const { status, stderr } = spawnSync('xmlsec1', ['--verify', ...trusted, path], { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  it('brings nothing back when the person declines', async () => {
    const { fields } = await begun();
    const finish = remote.finish(service.visit(fields, 'declines'));
    await expect(finish).rejects.toMatchObject({ name: 'SigningFailed', why: 'remote-refused' });
  });

  it.each([
    ['nothing', ''],
    ['another form', 'a=b'],
    ['a page', 'eSignResponse=<html></html>'],
    [
      'an answer without a signature',
      `eSignResponse=${encodeURIComponent('<EsignResp status="1" txn="a"></EsignResp>')}`,
    ],
    ['more than anybody answers', `eSignResponse=${'x'.repeat(300_000)}`],
  ])('takes %s for no answer', async (_, body) => {
    await expect(remote.finish(body)).rejects.toMatchObject({ name: 'SigningFailed', why: 'remote-refused' });
  });

  it('signs no other document than the one that the person was asked about', async () => {
    const answer = await remote.finish(service.visit((await begun()).fields));
    const { bytes: another } = await typesetter.sign(letter, { signer: { kind: 'replay', ...answer }, signature });
    const sign = typesetter.sign(another, { signer: { kind: 'replay', ...answer }, signature });
    await expect(sign).rejects.toMatchObject({ why: 'signature-does-not-fit' });
  });
});
