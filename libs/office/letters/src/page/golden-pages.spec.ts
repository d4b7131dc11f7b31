import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterForm } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { pagePixels } from '../../../../platform/typesetting/test/pdf-text';
import { EVERY_FORM, formInTurn, letterOfForm } from '../../test/every-form';
import { apart, fromPng, greyPage, type GreyPage, toPng } from '../../test/golden-page';
import { letterPage } from './letter-page';

const FOLDER = join(__dirname, '../../test/golden');
const WRITE_ANEW = 'GOLDEN=write npm test -- libs/office/letters/src/page/golden-pages.spec.ts';
const IS_WRITTEN = process.env.GOLDEN === 'write';
/** In a row of a page as PDFium draws it here. */
const PIXELS_OF_A4 = 1191;
/** Letters are drawn a little otherwise from one machine to the next; a line that moved is far more than this. */
const MOST_APART = { mean: 0.5, perThousand: 0.5 };

const CODE = '7K3QM0ZT4V9XB2C';
/** What is drawn when a letter is issued: the code that it is checked with, as words and as a picture, and how it is certified. */
const ISSUED = { genuine: { code: CODE, link: `https://azamgarh.example.in/verify/${CODE}` } };
const CERTIFIED: Partial<Record<LetterForm, 'sealed' | 'signed'>> = { letter: 'sealed', order: 'signed' };
const PAGES = [
  ...EVERY_FORM.map((one) => ({ ...one, folder: one.layout, changes: {} })),
  ...EVERY_FORM.flatMap((one) => {
    const certified = CERTIFIED[one.form];
    if (!certified) return [];
    return {
      ...one,
      name: `${one.name} ${certified}`,
      folder: `${one.layout}-issued`,
      changes: { ...ISSUED, certified },
    };
  }),
];

describe(`every form in every language and layout, and what is issued, looks as it did; else look at it, and ${WRITE_ANEW}`, () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  if (IS_WRITTEN) beforeAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  const drawn = async ({ form, language, layout, changes }: (typeof PAGES)[number]): Promise<GreyPage[]> => {
    const pdf = await typesetter.typeset(letterPage(letterOfForm(form, language, layout, changes)));
    return (await pagePixels(pdf)).map((page) => greyPage(page, PIXELS_OF_A4));
  };

  it.each(PAGES.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const pages = await drawn(one);
    const folder = join(FOLDER, one.folder);
    const files = pages.map((__, index) => join(folder, `${one.form}-${one.language}-${index + 1}.png`));
    if (IS_WRITTEN) {
      mkdirSync(folder, { recursive: true });
      for (const [index, page] of pages.entries()) writeFileSync(files[index] ?? '', toPng(page));
      return;
    }
    const kept = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.startsWith(`${one.form}-${one.language}-`))
      : [];
    expect({ of: one.name, pages: pages.length }).toEqual({ of: one.name, pages: kept.length });
    for (const [index, page] of pages.entries()) {
      const seen = apart(page, fromPng(readFileSync(files[index] ?? '')));
      if (seen.mean <= MOST_APART.mean && seen.perThousand <= MOST_APART.perThousand) continue;
      const path = join(tmpdir(), `${one.folder}-${one.form}-${one.language}-${index + 1}.png`);
      writeFileSync(path, toPng(page));
      throw new Error(`${files[index]} is drawn otherwise (${JSON.stringify(seen)}): see ${path}`);
    }
  });

  it('and none takes a second page, two short texts stand beside each other', () => {
    const second = PAGES.filter((one) => existsSync(join(FOLDER, one.folder, `${one.form}-${one.language}-2.png`)));
    expect(second.map(({ name }) => name)).toEqual([]);
  });

  it('and a page with one line more is seen to differ', async () => {
    const one = formInTurn(0);
    const [page] = await drawn({ ...one, folder: one.layout, changes: {} });
    const letter = letterOfForm(one.form, one.language, one.layout, { enclosures: ['एक'] });
    const [pixels] = await pagePixels(await typesetter.typeset(letterPage(letter)));
    const seen = page && pixels && apart(page, greyPage(pixels, PIXELS_OF_A4));
    expect(seen?.perThousand).toBeGreaterThan(MOST_APART.perThousand);
    expect(page && apart(page, fromPng(toPng(page)))).toEqual({ mean: 0, perThousand: 0 });
  });

  it('is compared with what was kept, not written anew', () => {
    expect(IS_WRITTEN).toBe(false);
  });
});
