import { spawnSync } from 'node:child_process';
import {
  eSignSigning,
  readCertificates,
  type RemoteAnswer,
  type RemoteSignature,
  type RemoteSigning,
  SigningProcess,
} from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { aPage } from '../../../typesetting/test/samples';
import { has, itWith, run } from '../../../typesetting/test/tools';
import { Authority } from '../../test/authority';
import { validIn } from '../../test/signatures-of';
import { StandInESign } from '../../test/stand-in-esign';

const withOpenssl = has('openssl') ? describe : describe.skip;
const itWithXmlsec = spawnSync('xmlsec1', ['--version']).error === undefined ? it : it.skip;

function signedIn({ signed }: RemoteAnswer): RemoteSignature {
  if (!signed) throw new Error('nothing was signed');
  return signed;
}

/** Against our own stand-in only: no real provider has been asked. */
withOpenssl('signing by a service of the kind of eSign', () => {
  const typesetter = startTypesetter();
  const signing = new SigningProcess();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const signature = {
    name: 'राजेश कुमार वर्मा',
    designation: 'अपर आयुक्त',
    reason: 'निर्गत',
    at: new Date('2026-11-24T11:10:00Z'),
  };
  const returnUrl = 'https://office.example.in/signing/back?draft=7&page=1';
  let service: StandInESign;
  let remote: RemoteSigning;
  let letter: Uint8Array;

  beforeAll(async () => {
    const p12 = authority.p12(authority.issue({ name: 'Office of the Commissioner' }), 'x');
    const office = { p12, password: 'x', certificates: [] };
    service = new StandInESign(authority, 'Rajesh Kumar Varma');
    remote = eSignSigning({
      url: 'https://esign.example.in/2.1/form/signdoc',
      aspId: 'PATRAVALI-900',
      key: office,
      certificate: service.certificate,
    });
    letter = await typesetter.typeset(aPage);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([typesetter.close(), signing.close()]);
    authority.close();
  });

  const begun = async (pdf = letter) => {
    const { documentHash } = await signing.prepareSignature(pdf, { certificates: [], signature });
    return await remote.begin({ hash: documentHash, certificateHint: '', returnUrl, about: 'पत्र 12/2026 "A & B"' });
  };

  itWith('pdfsig')('takes a hash there and brings a signature back, which is found valid', async () => {
    const { redirectUrl, fields, transaction } = await begun();
    expect(redirectUrl).toBe('https://esign.example.in/2.1/form/signdoc');
    expect(Object.keys(fields)).toEqual(['eSignRequest', 'aspTxnID', 'Content-Type']);
    const answer = await remote.finish(service.visit(fields));
    expect(answer.transaction).toBe(transaction);
    const signed = signedIn(answer);
    const { bytes } = await signing.sign(letter, { signer: { kind: 'replay', ...signed }, signature });
    expect(validIn(bytes)).toBe(1);
    expect(run('pdfsig', ['-nocert', 'FILE'], bytes).output).toContain('Rajesh Kumar Varma');
    const [certificate = new Uint8Array(0)] = signed.certificates;
    expect((await readCertificates(certificate))[0]?.name).toBe('Rajesh Kumar Varma');
  });

  it('sends a hash, a time of India, and no word of the letter', async () => {
    const before = Date.now();
    const { fields, transaction } = await begun();
    const after = Date.now();
    service.visit(fields);
    const [request = ''] = service.asked.slice(-1);
    expect(request).toMatch(
      /^<Esign AuthMode="1" aspId="PATRAVALI-900" ekycId="" ekycIdType="A" responseSigType="pkcs7" /,
    );
    expect(request).toContain('responseUrl="https://office.example.in/signing/back?draft=7&amp;page=1"');
    expect(request).toContain('docInfo="पत्र 12/2026 &quot;A &amp; B&quot;"');
    expect(request).toContain(`txn="${transaction}" ver="2.1"`);
    const [, ts = ''] = /ts="([^"]*)"/.exec(request) ?? [];
    const at = new Date(`${ts}+05:30`).getTime();
    // To the second.
    expect([at > before - 1000, at <= after]).toEqual([true, true]);
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

  it('brings back that the person declines', async () => {
    const { fields, transaction } = await begun();
    expect(await remote.finish(service.visit(fields, 'declines'))).toEqual({ transaction, signed: null });
  });

  const formOf = (answer: string) => new URLSearchParams({ eSignResponse: answer }).toString();
  const answerOf = (body: string) => new URLSearchParams(body).get('eSignResponse') ?? '';

  it('knows an answer of the service by its signature, and no other', async () => {
    const answer = answerOf(service.visit((await begun()).fields));
    const bare = answer.replace(/<Signature .*<\/Signature>/s, '');
    for (const forged of [
      bare,
      answer.replace('status="1"', 'status="1" more="1"'),
      service.itsOwn(bare, authority.issue({ name: 'Another Service' })),
      answer.replace('<EsignResp ', '<!DOCTYPE EsignResp><EsignResp '),
      `<Around>${bare}${answer}</Around>`,
      answer.replaceAll('rsa-sha256', 'hmac-sha1'),
    ]) {
      await expect(remote.finish(formOf(forged))).rejects.toMatchObject({ why: 'remote-refused' });
    }
    expect((await remote.finish(formOf(answer))).signed).not.toBeNull();
  });

  it('takes what the service signed without a signature of the person for none', async () => {
    const answer = service.itsOwn('<EsignResp status="1" txn="a"></EsignResp>');
    expect(await remote.finish(formOf(answer))).toEqual({ transaction: 'a', signed: null });
    const nothing = service.itsOwn('<EsignResp status="1"></EsignResp>');
    await expect(remote.finish(formOf(nothing))).rejects.toMatchObject({ why: 'remote-refused' });
  });

  it.each([
    ['nothing', ''],
    ['another form', 'a=b'],
    ['a page', 'eSignResponse=<html></html>'],
    ['more than anybody answers', `eSignResponse=${'x'.repeat(300_000)}`],
  ])('takes %s for no answer', async (_, body) => {
    await expect(remote.finish(body)).rejects.toMatchObject({ name: 'SigningFailed', why: 'remote-refused' });
  });

  it('signs no other document than the one that the person was asked about', async () => {
    const signer = { kind: 'replay' as const, ...signedIn(await remote.finish(service.visit((await begun()).fields))) };
    const { bytes: another } = await signing.sign(letter, { signer, signature });
    const sign = signing.sign(another, { signer, signature });
    await expect(sign).rejects.toMatchObject({ why: 'signature-does-not-fit' });
    // Nor with another certificate than the one it names.
    const certificates = [authority.issue({ name: 'Somebody Else' }).der];
    const other = signing.sign(letter, { signer: { ...signer, certificates }, signature });
    await expect(other).rejects.toMatchObject({ why: 'signature-does-not-fit' });
  });
});
