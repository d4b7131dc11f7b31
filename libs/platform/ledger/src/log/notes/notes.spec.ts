import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { openCheckpoint, openNote, signCheckpoint, signNote } from './checkpoint';
import { readKey, writtenKey } from './note-keys';

/** The example of the first implementation, golang.org/x/mod/sumdb/note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT =
  'If you think cryptography is the answer to your problem,\n' + "then you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const SECRET = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  ]),
  format: 'der',
  type: 'pkcs8',
});

const aKey = (name = 'eoffice.example.in/log') => {
  const { privateKey: secret } = generateKeyPairSync('ed25519');
  return { name, secret, written: readKey(writtenKey(name, secret)) };
};

describe('a signed note', () => {
  it('is the published one', () => {
    expect(writtenKey('PeterNeumann', SECRET)).toBe(PETER);
    expect(openNote(NOTE, [readKey(PETER)])).toBe(TEXT);
    expect(signNote(TEXT, { name: 'PeterNeumann', secret: SECRET })).toBe(NOTE);
  });

  it('is not opened without a right signature by a key that is known', () => {
    const peter = readKey(PETER);
    expect(openNote(NOTE, [])).toBeNull();
    expect(openNote(NOTE.replace('problem is', 'problem was'), [peter])).toBeNull();
    expect(openNote(NOTE, [aKey('PeterNeumann').written])).toBeNull();
    expect(openNote(TEXT, [peter])).toBeNull();
    expect(openNote(NOTE.trimEnd(), [peter])).toBeNull();
  });

  it('is opened beside signatures of others, and not when one of ours is wrong', () => {
    const [one, other] = [aKey(), aKey('other.example/log')];
    const both = `${signNote(TEXT, one)}${signNote(TEXT, other).split('\n\n')[1] ?? ''}`;
    expect(openNote(both, [one.written])).toBe(TEXT);
    expect(openNote(both, [one.written, other.written])).toBe(TEXT);
    const wrong = `${signNote(TEXT, one)}${signNote(`${TEXT}x\n`, other).split('\n\n')[1] ?? ''}`;
    expect(openNote(wrong, [one.written])).toBe(TEXT);
    expect(openNote(wrong, [one.written, other.written])).toBeNull();
  });

  it.each(['', 'a+b', `${PETER}x+`, PETER.replace('c74f', 'c75f'), PETER.replace('+AR', '+BR'), ` ${PETER}`])(
    'knows no key %j',
    (written) => {
      expect(() => readKey(written)).toThrow();
    },
  );
});

describe('a checkpoint', () => {
  const key = aKey();
  const checkpoint = { origin: key.name, size: 20_852_163, root: Buffer.alloc(32, 7) };

  it('has three lines, and is read again', () => {
    const note = signCheckpoint(checkpoint, key);
    expect(note).toMatch(
      /^eoffice\.example\.in\/log\n20852163\nBwcHB[\w=]+\n\n— eoffice\.example\.in\/log [\w+/=]+\n$/,
    );
    expect(openCheckpoint(note, [key.written])).toEqual(checkpoint);
    expect(openCheckpoint(signCheckpoint({ ...checkpoint, size: 0 }, key), [key.written])).toMatchObject({ size: 0 });
  });

  it.each(['x\n01\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n', 'x\n1\nBwc=\n', 'x\n-1\n\n', 'x\n'])(
    'is not what has another form: %j',
    (text) => {
      expect(openCheckpoint(signNote(text, key), [key.written])).toBeNull();
    },
  );
});
