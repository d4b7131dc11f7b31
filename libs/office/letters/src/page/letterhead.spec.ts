import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTypesetter } from '@patravali/typesetting';
import { anEmblem } from '../../../../../test/support/papers/an-emblem';
import { pagePixels, pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { letterOfForm } from '../../test/every-form';
import { apart, fromPng, greyPage, toPng } from '../../test/golden-page';
import { letterPage } from './letter-page';

const GOLDEN = join(__dirname, '../../test/golden-letterhead/own-look.png');
const PIXELS_OF_A4 = 1191;

describe('the head of a letter', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const emblem = { kind: 'png' as const, picture: anEmblem().toString('base64') };
  const set = (look?: Parameters<typeof letterOfForm>[3]) =>
    typesetter.typeset(letterPage(letterOfForm('letter', 'hi', 'central', look)));

  it('names the office, and says how it is reached, in the languages of its look', async () => {
    const { letterhead } = letterOfForm('letter', 'hi', 'central');
    for (const [languages, hindi, english] of [
      ['bilingual', true, true],
      ['hi', true, false],
      ['en', false, true],
    ] as const) {
      const text = await pdfText(await set({ look: { languages, colour: null, emblem: null } }));
      const has = (words: string) => text.includes(words);
      expect([languages, has(letterhead.name.hi), has(letterhead.name.en)]).toEqual([languages, hindi, english]);
      expect([languages, has('दूरभाष: 05462-000000'), has('Phone')]).toEqual([languages, !english, english]);
      const look = { languages, colour: null, emblem: null };
      const draft = letterPage({ ...letterOfForm('letter', 'hi', 'central', { look }), number: null });
      expect(draft.data).toMatchObject({ draft: { hi: 'आलेख', en: 'DRAFT', bilingual: 'आलेख / DRAFT' }[languages] });
    }
  });

  it('bears the emblem of the office in its colour, as it did; else look at it, and write it anew with GOLDEN=write', async () => {
    const [pixels] = await pagePixels(await set({ look: { languages: 'hi', colour: '#1a5c4a', emblem } }));
    const page = greyPage(pixels ?? new Uint8Array(), PIXELS_OF_A4);
    if (process.env.GOLDEN === 'write') {
      mkdirSync(join(GOLDEN, '..'), { recursive: true });
      writeFileSync(GOLDEN, toPng(page));
    }
    expect(existsSync(GOLDEN)).toBe(true);
    const seen = apart(page, fromPng(readFileSync(GOLDEN)));
    expect(seen.mean).toBeLessThan(0.5);
    expect(seen.perThousand).toBeLessThan(0.5);
    const [plain] = await pagePixels(await set());
    expect(apart(page, greyPage(plain ?? new Uint8Array(), PIXELS_OF_A4)).perThousand).toBeGreaterThan(0.5);
  });
});
