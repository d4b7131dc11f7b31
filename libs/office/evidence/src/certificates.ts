import { Inject, Injectable } from '@nestjs/common';
import { type Bilingual, type Language, LANGUAGES, markingIn } from '@patravali/contract';
import { fill, type MessageParams } from '@patravali/language';
import { correspondencePages, type MessageKey, messagesOf } from '@patravali/messages';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { type BundleContent, type CopyInBundle, HASHES, type LetterInBundle } from './bundle-content';
import type { BundleZip } from './bundle-zip';
import { type CertificateData, certificatePage, type HashedFile } from './certificate-page';

/** Adds the list of all hashes, and the certificate of section 63(4) that names it: in both languages, for a person to sign. */
@Injectable()
export class Certificates {
  constructor(@Inject(TYPESETTER) private readonly typesetter: Typesetter) {}

  /** @throws TypesettingFailed */
  async add(zip: BundleZip, content: BundleContent): Promise<void> {
    await zip.add(HASHES, zip.files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
    for (const language of LANGUAGES) {
      const page = certificatePage(dataOf(zip, content, language), language);
      await zip.add(`certificate-${language}.pdf`, await this.typesetter.typeset(page));
    }
  }
}

function dataOf(zip: BundleZip, content: BundleContent, language: Language): CertificateData {
  const { actor, office, files, letterNumber, proven, madeAt } = content;
  const hashOf = (path: string) => zip.files.find((each) => each.path === path)?.sha256;
  const hashed = (what: Bilingual, path: string): HashedFile[] => {
    const sha256 = hashOf(path);
    return sha256 === undefined ? [] : [{ what, sha256 }];
  };
  const { designation } = actor.post;
  return {
    office,
    about: files,
    letterNumber,
    losses: proven.lost.told,
    sha256: hashOf(HASHES) ?? '',
    files: [
      ...hashed(inBoth('everyFile'), HASHES),
      ...files.flatMap((file) => [
        ...hashed(
          inBoth('wholeFile', () => ({ path: file.wholeFile, number: file.number })),
          file.wholeFile,
        ),
        ...file.letters.flatMap((letter) => hashed(inWords(letter), letter.path)),
        ...file.copies.flatMap((copy) => copied(copy, files.length > 1 ? `${file.number}, ` : '')),
      ]),
    ],
    generated: {
      by: actor.name[language],
      post: `${designation[language]}, ${markingIn(actor.post, language)}`,
      office: office[language],
      at: madeAt,
    },
  };
}

function inWords({ letter }: LetterInBundle): Bilingual {
  const words = `${correspondencePages(letter)} · ${letter.subject}`;
  return { hi: words, en: words };
}

/** The copy, and what is left out with its hash; by its place alone, since its subject may be what is exempt. */
function copied({ place, inPlaceOf: { copy, sha256, leftOut } }: CopyInBundle, ofFile: string): HashedFile[] {
  const said = (language: Language) => ({
    place: `${ofFile}${place[language]}`,
    leftOut: leftOut.join('; ') || '–',
  });
  return [
    { what: inBoth('copy', said), sha256: copy },
    { what: inBoth('original', said), sha256 },
  ];
}

function inBoth(
  word: MessageKey<'certificate'>,
  paramsIn: (language: Language) => MessageParams = () => ({}),
): Bilingual {
  const said = (language: Language) => fill(messagesOf('certificate', language)[word], paramsIn(language), language);
  return { hi: said('hi'), en: said('en') };
}
