import { type Signer, SigningProcess } from '@patravali/signatures';
import { has } from '../../../typesetting/test/tools';
import { Authority } from '../../test/authority';

const withOpenssl = has('openssl') ? describe : describe.skip;

withOpenssl('a detached signature over any bytes', () => {
  const signing = new SigningProcess();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const content = Buffer.from('{"note":7,"text":"प्रस्ताव अनुमोदनार्थ प्रस्तुत है।"}');
  let signer: Signer;
  let cms: Uint8Array;

  beforeAll(async () => {
    const p12 = authority.p12(authority.issue({ name: 'Rajesh Kumar Varma' }), 'a passphrase');
    signer = { kind: 'p12', p12, password: 'a passphrase' };
    cms = await signing.signDetached(content, signer);
  }, 60_000);
  afterAll(async () => {
    await signing.close();
    authority.close();
  });

  const verified = (over: Uint8Array, signature = cms) => {
    const files = ['-in', authority.file('it.cms', signature), '-content', authority.file('it.bin', over)];
    return authority.openssl(
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-binary',
      ...files,
      '-CAfile',
      'ca.pem',
      '-purpose',
      'any',
    );
  };

  it('is valid for another program, and names its signer and the authority', () => {
    expect(verified(content).toString()).toBe(content.toString());
    const said = authority.openssl(
      'cms',
      '-cmsout',
      '-print',
      '-noout',
      '-inform',
      'DER',
      '-in',
      authority.path('it.cms'),
    );
    expect(said.toString()).toContain('CN=Rajesh Kumar Varma');
    expect(said.toString()).toContain('CN=Test Root');
    expect(said.toString()).toContain('id-smime-aa-signingCertificateV2');
  });

  it('is not valid over anything else, wherever one bit was changed', () => {
    for (let place = 0; place < content.length; place += 5) {
      const forged = Buffer.from(content);
      forged[place] = (forged[place] ?? 0) ^ 1;
      expect(() => verified(forged)).toThrow(/verif|digest/i);
    }
  });

  it('claims the time at which it was made', async () => {
    const at = new Date('2026-11-24T11:10:00Z');
    const path = authority.file('at.cms', await signing.signDetached(content, signer, at));
    const said = authority.openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', path);
    expect(said.toString()).toContain('Nov 24 11:10:00 2026 GMT');
  });

  it('is not made with a wrong passphrase, and the next one is', async () => {
    const wrong = { ...signer, password: 'another one' } as Signer;
    await expect(signing.signDetached(content, wrong)).rejects.toMatchObject({
      name: 'SigningFailed',
      why: 'wrong-password',
      // Whoever does not look at it has a job that failed.
      reason: 'unfit',
      code: 'signature-unavailable',
    });
    expect(verified(content, await signing.signDetached(content, signer)).toString()).toBe(content.toString());
  });
});
