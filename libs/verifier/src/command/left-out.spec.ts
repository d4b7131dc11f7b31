import { aBundle, type BundleFiles, BundleUnderWay, list, zipOfFiles } from '../../test/a-bundle';
import {
  aListedBundleInPart,
  COPY,
  type Declared,
  eventOf,
  ORIGINAL,
  OTHER,
  OTHER_COPY,
  pathOf,
  SECRET,
} from '../../test/a-bundle-in-part';
import { entryText, makeKey, NONE, sha256, uuid } from '../../test/a-log';
import { Wrong } from '../primitives/wrong';
import { verifyBundle } from '../bundle/verify-bundle';
import { zipContainer } from '../bundle/zip';
import { factsOfBundle } from './facts';
import { sentence } from './words/sentence';

const key = makeKey();
const hex = (bytes: Uint8Array | string) => sha256(bytes).toString('hex');
const ask = (files: BundleFiles) => verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [] });

async function found(files: BundleFiles): Promise<unknown> {
  const wrong: unknown = await ask(files).catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}
const foundAfter = (change: (files: BundleFiles, declared: Declared) => void) =>
  found(aListedBundleInPart(key, change));

describe('a bundle in which something is left out', () => {
  it('is right, and says what is left out in both languages', async () => {
    const files = aListedBundleInPart(key);
    const answer = await ask(files);
    expect(answer).toMatchObject({
      subjects: 1,
      events: 5,
      eventsLeftOut: 2,
      documents: 2,
      documentsLeftOut: 2,
      copies: 2,
      contentsAbsent: 0,
      others: [],
      chainedAfterwards: 0,
      from: expect.stringMatching(/^2026/) as string,
    });
    const told = factsOfBundle(answer, { witnesses: [] }).map(({ code, particulars }) => sentence(code, particulars));
    expect(told.map(({ en }) => en).join('\n')).toContain(
      'Documents that are left out: 2; their hashes are in the chain. Copies for RTI in their place, each proven by the event of its making: 2.\nEvents that are given by their hash alone: 2.',
    );
    expect(told.map(({ hi }) => hi).join('\n')).toMatch(/छोड़े गए अभिलेख: 2; .*: 2।\nकेवल हैश से दी गई घटनाएँ: 2।/);
    for (const bytes of files.values()) expect(bytes.includes(SECRET)).toBe(false);
  });

  it('may leave out a document of which there is no copy, when an event names it', async () => {
    const [hash, original] = [hex('what was uploaded'), hex('of which a copy is not given')];
    const bundle = new BundleUnderWay();
    bundle.addEvents(`document ${uuid(0xd1)}`, 0xd2, [{ name: 'document.uploaded', content: hash }]);
    const data = JSON.stringify({ originalSha256: original, leftOut: [] });
    bundle.addEvents(`file ${uuid(0xf1)}`, 0xa0, [{ name: 'file.document_redacted', content: hex('copy'), data }]);
    bundle.prove(key);
    const documents = [hash, original].map((sha256) => ({
      sha256,
      bytes: 9,
      pages: 1,
      copy: null,
      leftOut: ['1: 8(1)(d)'],
    }));
    list(bundle.files, key.vkey, { documents, events: [] });
    expect(await found(bundle.files)).toMatchObject({ documentsLeftOut: 2, copies: 0, contentsAbsent: 1 });
    list(bundle.files, key.vkey, { documents: documents.slice(1), events: [] });
    expect(await found(bundle.files)).toEqual({ code: 'document-undeclared', sha256: hash });
    // Of what was copied, and neither it nor the copy is there, nothing has to be said.
    list(bundle.files, key.vkey, { documents: documents.slice(0, 1), events: [] });
    expect(await found(bundle.files)).toMatchObject({ documentsLeftOut: 1 });
    list(bundle.files, key.vkey);
    expect(await found(bundle.files)).toEqual({ code: 'document-undeclared', sha256: hash });
    bundle.put(`documents/${hash}.pdf`, 'what was uploaded');
    list(bundle.files, key.vkey);
    expect(await found(bundle.files)).toMatchObject({ documents: 1, documentsLeftOut: 0, eventsLeftOut: 0 });
    list(bundle.files, key.vkey, { documents, events: [] });
    expect(await found(bundle.files)).toEqual({ code: 'file-unexpected', path: `documents/${hash}.pdf` });
  });

  it('of several files holds a document that was copied on two of them as the copy of each', async () => {
    const bundle = new BundleUnderWay();
    const copies = [COPY, OTHER_COPY];
    for (const [at, copy] of copies.entries()) {
      const data = JSON.stringify({ originalSha256: ORIGINAL, leftOut: [`${at + 1}: 9`] });
      const made = { name: 'file.document_redacted', content: hex(copy), data };
      bundle.addEvents(`file ${uuid(0xf1 + at)}`, 0xa0 + 16 * at, [made]);
      bundle.put(pathOf(copy), copy);
    }
    bundle.prove(key);
    const documents = copies.map((copy, at) => ({
      sha256: ORIGINAL,
      bytes: 9,
      pages: 2,
      copy: hex(copy),
      leftOut: [`${at + 1}: 9`],
    }));
    list(bundle.files, key.vkey, { documents, events: [] });
    expect(await found(bundle.files)).toMatchObject({ subjects: 2, documents: 2, documentsLeftOut: 2, copies: 2 });
    const [one, other] = documents.map(({ copy }) => copy);
    const exchanged = documents.map((document, at) => ({ ...document, copy: (at === 0 ? other : one) ?? null }));
    list(bundle.files, key.vkey, { documents: exchanged, events: [] });
    expect(await found(bundle.files)).toEqual({ code: 'copy-of-other-document', path: pathOf(OTHER_COPY) });
    list(bundle.files, key.vkey, { documents: [], events: [] });
    expect(await found(bundle.files)).toEqual({ code: 'document-undeclared', sha256: ORIGINAL });
  });

  it('holds the copies that were made of those documents, and no others', async () => {
    const another = Buffer.from('%PDF-1.7 with everything black');
    expect(await foundAfter((files) => files.set(pathOf(COPY), another))).toEqual({
      code: 'document-misnamed',
      path: pathOf(COPY),
    });
    const swapped = (files: BundleFiles, { documents }: Declared) => {
      files.delete(pathOf(COPY));
      files.set(pathOf(another), another);
      for (const document of documents.slice(0, 1)) document.copy = hex(another);
    };
    expect(await foundAfter(swapped)).toEqual({ code: 'document-of-no-event', path: pathOf(another) });
    const exchanged = (_: BundleFiles, { documents }: Declared) => {
      const copies = documents.map(({ copy }) => copy).reverse();
      for (const [at, document] of documents.entries()) document.copy = copies[at] ?? null;
    };
    expect(await foundAfter(exchanged)).toEqual({ code: 'copy-of-other-document', path: pathOf(OTHER_COPY) });
    expect(await foundAfter((files) => files.delete(pathOf(COPY)))).toEqual({
      code: 'file-missing',
      path: pathOf(COPY),
    });
  });

  it('says of what it leaves out what its events say, and nothing else', async () => {
    const first = (change: (document: Declared['documents'][number]) => void) =>
      foundAfter((_, { documents }) => {
        for (const document of documents.slice(0, 1)) change(document);
      });
    const unknown = hex('never on the file');
    expect(await first((document) => (document.sha256 = unknown))).toEqual({
      code: 'left-out-of-no-event',
      sha256: unknown,
    });
    const without = (document: Declared['documents'][number]) => {
      document.sha256 = unknown;
      document.copy = null;
    };
    expect(await first(without)).toEqual({ code: 'left-out-of-no-event', sha256: unknown });
    expect(await first((document) => (document.sha256 = OTHER))).toEqual({
      code: 'copy-of-other-document',
      path: pathOf(COPY),
    });
    const said = ['1: 8(1)(j) × 2', '3: 8(1)(h)'];
    for (const leftOut of [[], said.slice(0, 1), ['1: 8(1)(j) × 2', '3: 8(1)(a)'], [...said, '4: 9']]) {
      expect(await first((document) => (document.leftOut = leftOut))).toEqual({
        code: 'copy-of-other-document',
        path: pathOf(COPY),
      });
    }
    expect(await foundAfter((_, { documents }) => documents.shift())).toEqual({
      code: 'document-undeclared',
      sha256: ORIGINAL,
    });
  });

  it('declares each event that it leaves out, and follows the chain through it', async () => {
    const entry = `entries/${uuid(0xa3)}.entry`;
    expect(await foundAfter((_, { events }) => events.pop())).toEqual({ code: 'event-gap', path: eventOf(4) });
    expect(await foundAfter((files) => files.delete(entry))).toEqual({ code: 'file-missing', path: entry });
    expect(await foundAfter((files) => files.set(entry, Buffer.from('x')))).toEqual({
      code: 'entry-of-other-event',
      path: entry,
    });
    const before = `entries/${uuid(0xa2)}.entry`;
    expect(await foundAfter((files) => files.set(entry, files.get(before) ?? Buffer.alloc(0)))).toEqual({
      code: 'entry-of-other-event',
      path: entry,
    });
    expect(await foundAfter((_, { events }) => events.push(uuid(0xa1)))).toEqual({
      code: 'file-unexpected',
      path: eventOf(2),
    });
    const place = { id: uuid(0xa3), subject: `file ${uuid(0xf1)}`, sequence: 4 };
    const fourth = aListedBundleInPart(key).get(entry)?.toString() ?? '';
    const [, previous = '', hash = ''] = /previous (.*)\nhash (.*)\n/.exec(fourth) ?? [];
    const put = (changed: Partial<Parameters<typeof entryText>[0]>) =>
      foundAfter((files) => files.set(entry, Buffer.from(entryText({ ...place, previous, hash, ...changed }))));
    expect(await put({})).toMatchObject({ events: 5 });
    expect(await put({ previous: NONE })).toMatchObject({ code: 'chain-broken', sequence: 4 });
    expect(await put({ hash: hex('another') })).toEqual({
      code: 'proof-wrong',
      path: `proofs/${uuid(0xa3)}.tlog-proof`,
    });
    expect(await put({ sequence: 6 })).toEqual({ code: 'event-gap', path: eventOf(4) });
    expect(await put({ subject: `file ${uuid(0xf7)}` })).toMatchObject({ code: 'event-gap' });
  });

  it('is no whole one, and a whole one leaves out nothing', async () => {
    const files = aListedBundleInPart(key);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as { format: string };
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, format: 'patravali bundle 1' })));
    expect(await found(files)).toEqual({ code: 'event-gap', path: eventOf(1) });
    const whole = aBundle([key]);
    list(whole, key.vkey, { documents: [], events: [] });
    expect(await found(whole)).toMatchObject({ events: 4, eventsLeftOut: 0, documentsLeftOut: 0 });
  });

  it.each([
    undefined,
    [],
    {},
    { documents: [], events: {} },
    { documents: {}, events: [] },
    { documents: [], events: ['x'] },
    { documents: [], events: [[uuid(1)]] },
    { documents: [], events: [`../${uuid(1)}`] },
    { documents: [], events: [uuid(0xa0), uuid(0xa0)] },
    ...[
      { sha256: 'x' },
      { sha256: `${NONE}0` },
      { bytes: '1' },
      { pages: 0.5 },
      { copy: '' },
      { copy: undefined },
      { leftOut: '1: 9' },
      { leftOut: [9] },
      { sha256: [NONE] },
    ].map((changed) => ({
      documents: [{ sha256: NONE, bytes: 1, pages: 1, copy: null, leftOut: [], ...changed }],
      events: [],
    })),
    { documents: [null], events: [] },
  ])('whose list of it is not in the written form is refused: %#', async (leftOut) => {
    const files = aListedBundleInPart(key);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as object;
    files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, leftOut })));
    expect(await found(files)).toEqual({ code: 'manifest-unreadable' });
  });

  it('tells of no copy that an event does not name in the written form', async () => {
    for (const data of [
      'x',
      '{x',
      '[]',
      'null',
      '{"originalSha256": 1, "leftOut": []}',
      '{"leftOut": []}',
      ...[undefined, 1, '1: 9'].map((leftOut) => JSON.stringify({ originalSha256: ORIGINAL, leftOut })),
    ]) {
      const bundle = new BundleUnderWay();
      bundle.addEvents(`file ${uuid(0xf1)}`, 0xa0, [{ name: 'file.document_redacted', content: hex(COPY), data }]);
      bundle.prove(key);
      bundle.put(pathOf(COPY), COPY);
      const documents = [{ sha256: ORIGINAL, bytes: 1, pages: 1, copy: hex(COPY), leftOut: [] }];
      list(bundle.files, key.vkey, { documents, events: [] });
      expect(await found(bundle.files)).toMatchObject({
        code: data === 'x' ? 'event-unreadable' : 'left-out-of-no-event',
      });
    }
  });

  it.each([
    ['of another kind', { name: 'file.returned', content: hex(COPY) }],
    ['that names no copy', { name: 'file.document_redacted', content: undefined }],
  ])('takes no copy from an event %s', async (_, event) => {
    const bundle = new BundleUnderWay();
    const data = JSON.stringify({ originalSha256: ORIGINAL, leftOut: [] });
    bundle.addEvents(`file ${uuid(0xf1)}`, 0xa0, [{ ...event, data }]);
    bundle.prove(key);
    const documents = [{ sha256: ORIGINAL, bytes: 1, pages: 1, copy: null, leftOut: [] }];
    list(bundle.files, key.vkey, { documents, events: [] });
    expect(await found(bundle.files)).toEqual({ code: 'left-out-of-no-event', sha256: ORIGINAL });
  });
});
