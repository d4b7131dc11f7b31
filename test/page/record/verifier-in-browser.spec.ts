import { generateKeyPairSync, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import * as inNode from '@patravali/verifier';
import fc from 'fast-check';
import * as cryptography from '../../../apps/web/src/verify/cryptography';
import * as inflating from '../../../apps/web/src/verify/inflate';
import { inflate as inflateInNode } from '../../../libs/verifier/src/bundle/inflate';
import * as cryptographyInNode from '../../../libs/verifier/src/primitives/cryptography';
import { aBundle, type BundleFiles, DOCUMENT, list, zipOf, zipOfFiles } from '../../../libs/verifier/test/a-bundle';
import { aListedBundleInPart, COPY, pathOf } from '../../../libs/verifier/test/a-bundle-in-part';
import { makeKey, sha256 } from '../../../libs/verifier/test/a-log';
import { runs } from '../../support/run/runs';

type Verifier = typeof inNode;

/** The verifier with those modules in their places that the page puts there. */
async function verifierInBrowser(): Promise<Verifier> {
  jest.resetModules();
  jest.doMock('../../../libs/verifier/src/primitives/cryptography', () => cryptography);
  jest.doMock('../../../libs/verifier/src/bundle/inflate', () => inflating);
  return await import('../../../libs/verifier/src/in-browser');
}

/** What it says of a bundle: the facts, or what is wrong. */
async function saidBy({ verifyBundle, zipContainer, factsOfBundle }: Verifier, zip: Uint8Array): Promise<unknown> {
  try {
    return factsOfBundle(await verifyBundle(zipContainer(zip), { witnesses: [] }), { witnesses: [] });
  } catch (error) {
    const { name, code, particulars } = error as inNode.Wrong;
    if (name !== 'Wrong') throw error;
    return { code, ...particulars };
  }
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

describe('the cryptography of the page', () => {
  it('hashes as Node does', () => {
    const hashesAlike = (bytes: Uint8Array) => same(cryptography.sha256(bytes), cryptographyInNode.sha256(bytes));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), hashesAlike), { numRuns: runs(100) });
    expect(hashesAlike(Buffer.alloc(1_000_003, 7))).toBe(true);
  });

  const bothSay = async (key: Uint8Array, signature: Uint8Array, message: Uint8Array) => {
    const here = await cryptography.isSignedBy(key, signature, message);
    expect([here, key, signature]).toEqual([
      await cryptographyInNode.isSignedBy(key, signature, message),
      key,
      signature,
    ]);
    return here;
  };

  it('knows a signature of Ed25519, and one that was changed in any bit', async () => {
    const messages = fc.uint8Array({ maxLength: 200 });
    const places = fc.tuple(fc.nat(2), fc.nat(1_000), fc.integer({ min: 0, max: 7 }));
    await fc.assert(
      fc.asyncProperty(messages, places, async (bytes, [which, at, bit]) => {
        const { privateKey, publicKey } = generateKeyPairSync('ed25519');
        const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
        const signature = new Uint8Array(sign(null, bytes, privateKey));
        const parts = [key, signature, new Uint8Array(bytes)] as const;
        expect(await bothSay(...parts)).toBe(true);
        const changed = parts[which] ?? key;
        if (changed.length === 0) return;
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ (1 << bit);
        expect(await bothSay(...parts)).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says the same as Node of points that no honest key is, of large scalars and of wrong lengths', async () => {
    const points = [
      ...['00', '01', '02', 'ec', 'ed', 'ee', 'ff'].flatMap((first) =>
        ['00', 'ff'].flatMap((middle) => ['00', '7f', '80', 'ff'].map((last) => first + middle.repeat(30) + last)),
      ),
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    ].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
    const order = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
    const scalars = ['00'.repeat(32), order, 'ff'.repeat(32), `01${'00'.repeat(31)}`].map((hex) =>
      Buffer.from(hex, 'hex'),
    );
    for (const key of points) {
      for (const scalar of scalars) {
        for (const point of [key, points[1] ?? key]) {
          const signature = new Uint8Array(Buffer.concat([point, scalar]));
          expect(await bothSay(key, signature, Buffer.from('a message'))).toBe(false);
        }
      }
    }
    for (const [key, signature] of [
      [31, 64],
      [33, 64],
      [32, 63],
      [32, 65],
      [0, 0],
    ] as const) {
      expect(await bothSay(Buffer.alloc(key), Buffer.alloc(signature), Buffer.alloc(1))).toBe(false);
    }
  });
});

describe('what the page unpacks', () => {
  const answerOf = (how: typeof inflateInNode, packed: Uint8Array, most: number) => {
    try {
      return Buffer.from(how(packed, most)).toString('base64');
    } catch {
      return 'refused';
    }
  };
  const bothAnswer = (packed: Uint8Array, most: number) => {
    const here = answerOf(inflating.inflate, packed, most);
    expect(here).toBe(answerOf(inflateInNode, packed, most));
    return here;
  };

  it('is what Node unpacks, and never more than is allowed', () => {
    const texts = [
      Buffer.alloc(0),
      Buffer.from('x'),
      Buffer.from('घटना '.repeat(40_000)),
      Buffer.alloc(1_000_000),
      Buffer.concat(Array.from({ length: 9_000 }, (_, at) => sha256(String(at)))),
    ];
    for (const text of texts) {
      for (const level of [0, 1, 9]) {
        const packed = deflateRawSync(text, { level });
        expect(bothAnswer(packed, text.length)).toBe(text.toString('base64'));
        expect(bothAnswer(Buffer.concat([packed, Buffer.from('more')]), text.length)).not.toBe('refused');
        if (text.length > 1) expect(bothAnswer(packed, text.length - 1)).toBe('refused');
        expect(bothAnswer(packed.subarray(0, packed.length - 1), text.length)).toBe('refused');
      }
    }
    expect(bothAnswer(Buffer.alloc(0), 10)).toBe('refused');
  });

  it('is refused wherever it was cut off, and equal to that of Node whenever Node unpacks it', () => {
    const text = Buffer.from('एक घटना, फिर एक और घटना; and the same again, and the same again.');
    const packed = deflateRawSync(text);
    for (let length = 0; length < packed.length; length++) {
      expect(bothAnswer(packed.subarray(0, length), text.length)).toBe('refused');
    }
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const changed = Buffer.from(packed);
        changed[at] = (changed[at] ?? 0) ^ bits;
        const told = answerOf(inflateInNode, changed, text.length);
        if (told !== 'refused') expect(answerOf(inflating.inflate, changed, text.length)).toBe(told);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the verifier in the page', () => {
  const [first, second, third] = [makeKey(), makeKey(), makeKey()];
  const path = `documents/${sha256(DOCUMENT).toString('hex')}.pdf`;
  let verifier: Verifier;
  beforeAll(async () => (verifier = await verifierInBrowser()));

  const bothSay = async (zip: Uint8Array) => {
    const said = await saidBy(verifier, zip);
    expect(said).toEqual(await saidBy(inNode, zip));
    return said;
  };
  const changed = (change: (files: BundleFiles) => void, isListed = true) => {
    const files = aBundle([first, second]);
    change(files);
    if (isListed) list(files, first.vkey);
    return zipOfFiles(files);
  };

  it('says of bundles that are right what Node says', async () => {
    for (const keys of [[first], [first, second], [first, second, third]] as [typeof first][]) {
      for (const method of [0, 8]) {
        const [fact] = (await bothSay(zipOfFiles(aBundle(keys), method))) as inNode.Fact[];
        expect(fact).toMatchObject({ code: 'bundle-checked', particulars: { events: 4, documents: 1 } });
      }
    }
    const [, fact] = (await bothSay(zipOfFiles(aListedBundleInPart(first)))) as inNode.Fact[];
    expect(fact).toMatchObject({ code: 'documents-left-out', particulars: { count: 2, copies: 2 } });
  });

  it('finds in bundles that were changed what Node finds', async () => {
    const event = [...aBundle([first]).keys()].find((name) => name.startsWith('events/')) ?? '';
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [changed((files) => files.set(path, Buffer.from('x')), false), 'file-changed'],
      [changed((files) => files.delete(path), false), 'file-missing'],
      [changed((files) => files.set('more.pdf', DOCUMENT), false), 'file-unlisted'],
      [changed((files) => files.set(path, Buffer.from('x'))), 'document-misnamed'],
      [changed((files) => files.delete(event)), 'event-gap'],
      [changed((files) => files.set(event, Buffer.from('x'))), 'event-unreadable'],
      [changed((files) => files.delete('keys/1.entry')), 'checkpoint-unsigned'],
      [changed((files) => files.delete('manifest.json'), false), 'manifest-missing'],
      [zipOf([{ path: 'a.txt', bytes: Buffer.alloc(1_000_000), unpacked: 10 }]), 'manifest-missing'],
      [zipOf([{ path: 'manifest.json', bytes: Buffer.alloc(1_000_000), unpacked: 10 }]), 'file-unexpected'],
      [zipOfFiles(aListedBundleInPart(first, (files) => files.delete(pathOf(COPY)))), 'file-missing'],
      [zipOfFiles(aListedBundleInPart(first, (_, { documents }) => documents.pop())), 'document-undeclared'],
      [Buffer.alloc(0), 'bundle-unreadable'],
      [Buffer.from('PK'), 'bundle-unreadable'],
    ];
    for (const [zip, code] of cases) expect(await bothSay(zip)).toMatchObject({ code });
  });

  it('finds every byte that was changed, where Node finds it', async () => {
    const zip = zipOfFiles(aBundle([first, second]));
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const other = Buffer.from(zip);
        other[at] = (other[at] ?? 0) ^ bits;
        const [here, there] = [await saidBy(verifier, other), await saidBy(inNode, other)];
        // What cannot be unpacked at all for the one may be unpacked to something else by the other.
        const place = (said: unknown) => (said as { path?: string }).path;
        if (place(here) === undefined || place(here) !== place(there)) expect(here).toEqual(there);
      }),
      { numRuns: runs(150) },
    );
  });
});
