import { fileToSign, signaturesIn } from '../../../apps/web/src/signing/key-choice/signatures-file';

const prepared = [1, 2, 3].map((each) => ({
  id: `letter-${each}`,
  number: `${each}/2026`,
  toSign: `bytes-${each}`,
  digest: String(each).repeat(64),
  at: '2026-11-28T00:00:00.000Z',
}));
const [one = '', two = ''] = prepared.map(({ digest }) => digest);

describe('the file with what a token signs of several letters', () => {
  it('has a line for each, with the digest first', () => {
    const lines = fileToSign(prepared).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe(`${one}\tbytes-1\t1/2026`);
  });

  it('comes back with signatures in any order, upper case and blanks; what is missing or unsigned is left out', () => {
    const { at } = prepared[0] ?? {};
    const file = `# signed\n${two.toUpperCase()}  signature-2\t2/2026\n\n${one} signature-1\n${'3'.repeat(64)} bytes-3\n`;
    expect(signaturesIn(file, prepared)).toEqual([
      { id: 'letter-1', signature: 'signature-1', at },
      { id: 'letter-2', signature: 'signature-2', at },
    ]);
    expect(signaturesIn('something else', prepared)).toEqual([]);
  });
});
