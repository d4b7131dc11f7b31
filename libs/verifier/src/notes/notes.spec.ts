import fc from 'fast-check';
import { checkpointText, cosignature, makeKey, ORIGIN, signature, signatureLine, signedNote } from '../../test/a-log';
import { fromBase64, fromText, toHex } from '../primitives/bytes';
import { readCheckpoint } from './checkpoint';
import { isNoteSignedBy, MOST_NOTE_BYTES, readSignedNote } from './signed-note';
import { readTlogProof } from './tlog-proof';
import { isSameKey, makeVerifierKey, readVerifierKey, type VerifierKey } from './verifier-key';

/** The examples of golang.org/x/mod/sumdb/note, to which c2sp.org/signed-note goes back. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const NOTE =
  'If you think cryptography is the answer to your problem,\nthen you don\u0027t know what your problem is.\n\n' +
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
/** Of c2sp.org/signed-note, c2sp.org/tlog-cosignature and transparency-dev/formats. */
const KEYS = [
  'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
  'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
];
const BEHIND_THE_SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
const POEM = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed \u00e8 subito sera.

\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`;

const LINE = signatureLine(makeKey(), Buffer.alloc(64));

const keyOf = (text: string): VerifierKey => {
  const key = readVerifierKey(text);
  if (!key) throw new Error(text);
  return key;
};
const note = (text: string) => readSignedNote(fromText(text));
const isSigned = async (text: string, vkey: string) => {
  const read = note(text);
  return read ? isNoteSignedBy(read, keyOf(vkey)) : undefined;
};

describe('keys', () => {
  it.each([PETER, ENOCH, ...KEYS])('%s is read, and written as it was', (text) => {
    const key = keyOf(text);
    expect(makeVerifierKey(key.name, key.kind, key.key).text).toBe(text);
    expect(key.key).toHaveLength(32);
  });

  it('say what they sign', () => {
    expect(KEYS.map((text) => keyOf(text).kind)).toEqual([1, 1, 4]);
    expect(isSameKey(keyOf(PETER), keyOf(PETER))).toBe(true);
    expect(isSameKey(keyOf(PETER), keyOf(ENOCH))).toBe(false);
    const { name, key } = keyOf(PETER);
    expect(isSameKey(keyOf(PETER), makeVerifierKey(name, 4, key))).toBe(false);
    expect(isSameKey(keyOf(PETER), makeVerifierKey(`${name}x`, 1, key))).toBe(false);
    expect(isSameKey(keyOf(PETER), makeVerifierKey(name, 1, key.toReversed()))).toBe(false);
  });

  it.each([
    '',
    'PeterNeumann',
    'PeterNeumann+c74f20a3',
    PETER.replace('c74f20a3', 'c74f20a4'),
    PETER.replace('c74f20a3', 'C74F20A3'),
    PETER.replace('PeterNeumann', 'Peter Neumann'),
    PETER.replace('PeterNeumann', ''),
    PETER.slice(0, -4),
    `${PETER}AAAA`,
    `${PETER} `,
    ` ${PETER}`,
    `${PETER}\n`,
    `x${PETER}`,
    PETER.replace('+ARpc', '+A+Rpc'),
    makeVerifierKey('a', 2 as 1, new Uint8Array(32)).text,
    makeVerifierKey('a', 1, new Uint8Array(31)).text,
    makeVerifierKey('a', 1, new Uint8Array(33)).text,
  ])('%s is none', (text) => {
    expect(readVerifierKey(text)).toBeUndefined();
  });
});

describe('signed notes', () => {
  it('are signed by whom the published example says, and by nobody else', async () => {
    expect(await isSigned(NOTE, PETER)).toBe(true);
    expect(await isSigned(NOTE, ENOCH)).toBe(false);
    expect(await isSigned(NOTE.replace('cryptography', 'cryptographY'), PETER)).toBe(false);
    expect(await isSigned(NOTE.replace('x08go/Z', 'x08go/a'), PETER)).toBe(false);
    expect(note(NOTE)?.text).toBe(NOTE.slice(0, NOTE.indexOf('\u2014') - 1));
  });

  it('may have empty lines: the last one ends the text', () => {
    expect(note(POEM)?.text).toMatch(/sole:\n\ned \u00e8 subito sera\.\n$/);
    expect(toHex(note(POEM)?.signatures[0]?.keyId ?? new Uint8Array())).toBe('367ba04b');
  });

  it('pass over signatures by others, and are spoilt by a false one of their own', async () => {
    const [key, other] = [makeKey(), makeKey()];
    expect(await isSigned(signedNote('a\n', other, key), key.vkey)).toBe(true);
    expect(await isSigned(signedNote('a\n', key) + signatureLine(key, Buffer.alloc(64)), key.vkey)).toBe(false);
    const short = makeKey();
    expect(await isSigned(`a\n\n${signatureLine(short, Buffer.alloc(63))}`, short.vkey)).toBe(false);
    const byNobody = signatureLine({ ...key, name: 'x' }, Buffer.alloc(64));
    expect(await isSigned(`a\n\n${byNobody}`, key.vkey)).toBe(false);
    expect(await isSigned(signedNote('a\n', key) + byNobody, key.vkey)).toBe(true);
  });

  it('are cosigned together with a time', async () => {
    const [witness, key] = [makeKey('witness.example', 4), makeKey()];
    const cosigned = (time: number) => signedNote('a\n', key) + cosignature(witness, 'a\n', time);
    expect(await isSigned(cosigned(1_679_315_147), witness.vkey)).toBe(true);
    expect(await isSigned(cosigned(0), witness.vkey)).toBe(true);
    expect(await isSigned(signedNote('a\n', witness), witness.vkey)).toBe(false);
    expect(await isSigned(cosigned(7).replace(/^a/, 'b'), witness.vkey)).toBe(false);
    expect(await isSigned(signedNote('a\n', key) + signatureLine(witness, Buffer.alloc(73)), witness.vkey)).toBe(false);
    expect(await isSigned(signedNote('a\n', key) + signatureLine(witness, Buffer.alloc(1)), witness.vkey)).toBe(false);
    const cosignedAt = (time: bigint) => {
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(time);
      const signed = signature(witness, `cosignature/v1\ntime ${time}\na\n`);
      return `a\n\n${signatureLine(witness, Buffer.concat([stamp, signed]))}`;
    };
    expect(await isSigned(cosignedAt(2n ** 63n - 1n), witness.vkey)).toBe(true);
    expect(await isSigned(cosignedAt(2n ** 63n), witness.vkey)).toBe(false);
    const timeOfExample = note(BEHIND_THE_SOFA)?.signatures[1]?.bytes.subarray(0, 8) ?? new Uint8Array();
    expect(BigInt(`0x${toHex(timeOfExample)}`)).toBe(1_679_315_147n);
  });

  // Named without the text, which is another one each time.
  it.each([
    ['nothing', ''],
    ['no signature', 'a\n'],
    ['an empty place for signatures', 'a\n\n'],
    ['no last line feed', NOTE.slice(0, -1)],
    ['another last character', `${NOTE.slice(0, -1)}x`],
    ['no text', `x${LINE}`],
    ['a line that begins before the dash', `a\n\nx${LINE}`],
    ['a line of four parts', `a\n\n${LINE.slice(0, -1)} x\n`],
    ['a name with a plus', `a\n\n${LINE.replace('eoffice', 'e+office')}`],
    ['a line that is none', `${NOTE}x\n`],
    ['another dash', NOTE.replace('\u2014 ', '- ')],
    ['base64 without its end', NOTE.replace('AM=', 'AM')],
    ['two spaces', NOTE.replace('x08go', ' x08go')],
    ['a carriage return', NOTE.replace('If', 'If\r')],
    ['a tabulator', NOTE.replace('If', 'If\t')],
    ['a signature without bytes', NOTE.replace(/x08.*/, 'x08goQ==')],
    ['too many signatures', `a\n\n${signatureLine(makeKey(), Buffer.alloc(64)).repeat(101)}`],
    ['too many bytes', `${'a'.repeat(65_536)}\n${NOTE}`],
  ])('are not %s', (_, text) => {
    expect(note(text)).toBeUndefined();
  });

  it('may bear a hundred signatures, and no byte that is not UTF-8', () => {
    expect(note(`a\n\n${signatureLine(makeKey(), Buffer.alloc(64)).repeat(100)}`)?.signatures).toHaveLength(100);
    expect(readSignedNote(Buffer.concat([Buffer.of(0xff), Buffer.from(NOTE)]))).toBeUndefined();
    expect(note(`\n\n${LINE}`)?.text).toBe('\n');
    const longest = `${'a'.repeat(MOST_NOTE_BYTES - NOTE.length - 2)}${NOTE}`;
    expect(fromText(longest)).toHaveLength(MOST_NOTE_BYTES);
    expect(note(longest)).toBeDefined();
    expect(note(`a${longest}`)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  const key = makeKey();
  const root = Buffer.alloc(32, 7);
  const checkpoint = (text: string) => readCheckpoint(fromText(signedNote(text, key)));

  it('are read as the standard writes them', () => {
    const read = readCheckpoint(fromText(BEHIND_THE_SOFA));
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(read?.root).toEqual(fromBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='));
    expect(checkpoint(checkpointText(0, root))).toMatchObject({ origin: ORIGIN, size: 0 });
  });

  it.each([
    checkpointText(1, root).replace('\n1\n', '\n01\n'),
    checkpointText(1, root).replace('\n1\n', '\n-1\n'),
    checkpointText(1, root).replace('\n1\n', '\n1234567890123456\n'),
    checkpointText(1, root.subarray(1)),
    checkpointText(1, root).replace(/.*\n$/, '!!\n'),
    checkpointText(1, root).replace(/^/, '\n'),
    checkpointText(1, root, ''),
    `${checkpointText(1, root)}extension\n`,
    `${checkpointText(1, root)}\n`,
    `${ORIGIN}\n1\n`,
  ])('are not %j', (text) => {
    expect(checkpoint(text)).toBeUndefined();
  });

  it('are signed', () => {
    expect(readCheckpoint(fromText(checkpointText(1, root)))).toBeUndefined();
  });
});

describe('proofs of c2sp.org/tlog-proof', () => {
  const hash = Buffer.alloc(32, 9).toString('base64');
  const text = `c2sp.org/tlog-proof@v1\nindex 5\n${hash}\n${hash}\n\n${BEHIND_THE_SOFA}`;
  const read = (proof: string) => readTlogProof(fromText(proof));

  it('are read with their checkpoint, byte for byte', () => {
    expect(read(text)).toMatchObject({ index: 5, hashes: [Buffer.alloc(32, 9), Buffer.alloc(32, 9)].map(bytesOf) });
    expect(Buffer.from(read(text)?.checkpoint ?? []).toString()).toBe(BEHIND_THE_SOFA);
    expect(read(text.replace('index', 'extra YQ==\nindex'))?.index).toBe(5);
    expect(read(text.replace('index 5', 'index 1234567'))?.index).toBe(1_234_567);
    expect(read(text.replace(`${hash}\n`, `${hash}\n`.repeat(63)))?.hashes).toHaveLength(64);
    const longest = Buffer.from(text)
      .toString('latin1')
      .padEnd(2 * MOST_NOTE_BYTES, 'x');
    expect(readTlogProof(Buffer.from(longest, 'latin1'))).toBeDefined();
    expect(readTlogProof(Buffer.from(`${longest}x`, 'latin1'))).toBeUndefined();
    expect(read(text.replace(`${hash}\n${hash}\n`, ''))?.hashes).toEqual([]);
  });

  it.each([
    '',
    text.replace('@v1', '@v2'),
    `\n${text}`,
    text.replace('index 5', 'index 05'),
    text.replace('index 5', 'index -5'),
    text.replace('index 5\n', ''),
    text.replace('index', 'extra !\nindex'),
    text.replace('index', 'extra\nindex'),
    text.replace(hash, hash.slice(4)),
    text.replace(hash, 'x'),
    text.replace('index 5', 'index'),
    text.replace(`${hash}\n`, `${hash}\n`.repeat(64)),
    text.replace(`\n\n`, '\n'),
    text.padEnd(140_000, 'x'),
  ])('are not %#', (proof) => {
    expect(read(proof)).toBeUndefined();
  });

  it('never crash, whatever is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(text.length), (bytes, at) => {
        const mixed = Buffer.concat([Buffer.from(text.slice(0, at)), bytes]);
        readTlogProof(mixed);
        readCheckpoint(mixed);
        readSignedNote(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

const bytesOf = (buffer: Buffer) => Uint8Array.from(buffer);
