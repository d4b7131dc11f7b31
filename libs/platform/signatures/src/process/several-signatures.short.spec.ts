import { type Signer, SigningProcess } from '@patravali/signatures';
import { startTypesetter } from '@patravali/typesetting';
import { inkIn } from '../../../typesetting/test/ink-in';
import { pagePixels, pdfText } from '../../../typesetting/test/pdf-text';
import { aPage } from '../../../typesetting/test/samples';
import { has, itWith, run } from '../../../typesetting/test/tools';
import { Authority } from '../../test/authority';
import { roomsIn, validIn } from '../../test/signatures-of';

/** Of all the bytes that a signature covers: a few hundred, drawn anew each time. */
const FLIPPED = 300;
const withOpenssl = has('openssl') ? describe : describe.skip;

withOpenssl('several officers who sign one PDF', () => {
  const typesetter = startTypesetter();
  const signing = new SigningProcess();
  const authority = has('openssl') ? new Authority() : (undefined as never);
  const names = ['Rajesh Kumar Varma', 'Sunita Yadav', 'Imran Ansari'];
  const at = new Date('2026-11-24T11:10:00Z');
  /** The letter, and what each of them made of what the one before had signed. */
  const versions: Uint8Array[] = [];

  const roomOf = (index: number) => ({ page: 1, x: 80 + 150 * index, y: 20, width: 44, height: 6.5 });
  const signerOf = (name: string): Signer => {
    const password = `of ${name}`;
    return { kind: 'p12', p12: authority.p12(authority.issue({ name }), password), password };
  };

  beforeAll(async () => {
    versions.push(await typesetter.typeset(aPage));
    for (const [index, name] of names.entries()) {
      const signature = {
        name: `${name} (राजेश)`,
        designation: 'अपर आयुक्त (प्रशासन)',
        at,
        reason: `${index + 1}/2026 \\ (1)`,
        day: { text: '24.11.2026', room: roomOf(index) },
      };
      const { bytes, level } = await signing.sign(versions[index] ?? new Uint8Array(0), {
        signer: signerOf(name),
        signature,
      });
      expect(level).toBe('B-B');
      versions.push(bytes);
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all([typesetter.close(), signing.close()]);
    authority.close();
  });

  it('adds each time to the bytes that were there and changes none of them', () => {
    for (const [index, earlier] of versions.slice(0, -1).entries()) {
      const later = versions[index + 1] ?? new Uint8Array(0);
      expect(Buffer.compare(later.subarray(0, earlier.length), earlier)).toBe(0);
      expect(later.length).toBeGreaterThan(earlier.length);
    }
  });

  itWith('pdfsig')('are all found valid by another program, one, two and three', () => {
    expect(versions.map(validIn)).toEqual([0, 1, 2, 3]);
  });

  itWith('pdfsig')('are named by their certificates, in their order', () => {
    const { output } = run('pdfsig', ['-nocert', 'FILE'], versions[3] ?? new Uint8Array(0));
    const found = [...output.matchAll(/Signer Certificate Common Name: (.*)/g)].map(([, name]) => name);
    expect(found).toEqual(names);
  });

  itWith('qpdf')('leave a sound PDF each time', () => {
    for (const version of versions) expect(run('qpdf', ['--check', 'FILE'], version)).toMatchObject({ status: 0 });
  });

  it('draw each its day where room was left for it, and nothing elsewhere', async () => {
    const drawn = await Promise.all(versions.map(pagePixels));
    const isInked = (pages: Uint8Array[]) => names.map((_, index) => inkIn(pages, roomOf(index), 'across') > 50);
    expect(drawn.map(isInked)).toEqual([
      [false, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
    const whole = { page: 1, x: 0, y: 0, width: 841, height: 595 };
    const inkOf = (pages: Uint8Array[] = []) => inkIn(pages, whole, 'across');
    const inRooms = names.map((_, index) => inkIn(drawn[3] ?? [], roomOf(index), 'across'));
    expect(inkOf(drawn[3]) - inkOf(drawn[0])).toBe(inRooms.reduce((sum, ink) => sum + ink, 0));
  });

  it('leave the text that can be read as it was', async () => {
    const [before = new Uint8Array(0)] = versions;
    expect(await pdfText(versions[3] ?? new Uint8Array(0))).toBe(await pdfText(before));
  });

  itWith('pdfsig')(
    'are not all valid any more when one bit of what they cover was changed, wherever',
    () => {
      const signed = versions[3] ?? new Uint8Array(0);
      const last = roomsIn(signed).at(-1) ?? { begin: 0, end: 0 };
      const unnoticed: number[] = [];
      for (let round = 0; round < FLIPPED; round++) {
        const place = Math.floor(Math.random() * signed.length);
        if (place >= last.begin && place < last.end) continue;
        const forged = Uint8Array.from(signed);
        forged[place] = (forged[place] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
        if (validIn(forged) === names.length) unnoticed.push(place);
      }
      expect(unnoticed).toEqual([]);
    },
    120_000,
  );

  it('sign nothing that has no room for another signature', async () => {
    const signature = { name: '', designation: '', at, reason: '' };
    const sign = signing.sign(Buffer.from('%PDF-1.7\nnothing'), { signer: signerOf('Nobody'), signature });
    await expect(sign).rejects.toMatchObject({
      name: expect.stringMatching(/^Signing(Failed|Unavailable)$/) as string,
    });
  });
});
