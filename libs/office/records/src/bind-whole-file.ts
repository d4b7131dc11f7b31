import { messagesOf } from '@patravali/messages';
import { type BoundDocument, placeName, type Typesetter } from '@patravali/typesetting';
import type { CorrespondencePdf, WholeFileData } from './whole-file-data';
import { listedAt, pageNumbers, wholeFilePages } from './whole-file-pages';

/** Of the stamps the first page is the mark of a copy. */
const COPY_MARK = 0;

/**
 * Cover, note sheet, contents and every page of the correspondence in one PDF, each letter stamped with its C/ numbers.
 * @throws TypesettingFailed
 */
export async function bindWholeFile(typesetter: Typesetter, file: WholeFileData): Promise<Uint8Array> {
  const words = messagesOf('whole-file', file.language);
  const pages = wholeFilePages(file);
  const parts = [
    { title: words.cover, pdf: await typesetter.typeset(pages.cover) },
    { title: words.noteSheet, pdf: await typesetter.typeset(pages.noteSheet), places: notesOf(file) },
    { title: words.correspondence, pdf: await typesetter.typeset(pages.contents) },
  ];
  return await typesetter.bind({
    language: file.language,
    title: `${words.title} ${file.cover.fileNumber}`,
    parts,
    documents: inOrder(file.correspondence),
    missing: await typesetter.typeset(pages.missing),
    stamps: await typesetter.typeset(pages.stamps),
  });
}

/** The C/ numbers stand on the stamps after the mark of a copy, those of one letter behind those of the letter before. */
function inOrder(letters: readonly CorrespondencePdf[]): BoundDocument[] {
  let firstStamp = COPY_MARK + 1;
  return letters.map((letter) => {
    const { firstPage, pageCount, title, pdf, signedOriginal } = letter;
    const pageNames = pageNumbers(letter).map(placeName.page);
    const document = {
      title: `C/${firstPage} ${title}`,
      pdf,
      pageCount,
      pageNames,
      listedAt: listedAt(letter),
      firstStamp,
    };
    firstStamp += pageCount;
    return { ...document, mark: signedOriginal ? COPY_MARK : null };
  });
}

const notesOf = ({ noteSheet }: WholeFileData) =>
  noteSheet.notes.map(({ number, author }) => ({
    title: `N/${number} ${author.name}, ${author.marking}`,
    name: placeName.note(number),
  }));
