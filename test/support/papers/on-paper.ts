import { numberedParagraphs, type StructuredText } from '@patravali/contract';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { formInTurn, letterOfForm } from '../../../libs/office/letters/test/every-form';
import { noteSheetPage } from '../../../libs/office/records/src/note-sheet/note-sheet-page';
import { aNote, aNoteSheet } from '../../../libs/office/records/test/samples';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { recallLetters } from '../../../libs/platform/typesetting/test/word-recall';

/** Sets a text where it may stand, and tells which of its words do not come back in their order. */
export function onPaper() {
  const typesetter = startTypesetter();
  let letters = 0;
  const lostIn = async (pdf: Promise<Uint8Array>, words: string) => recallLetters(words, await pdfText(await pdf)).lost;
  return {
    lostOnSheet: (text: StructuredText, words: string) => {
      const note = aNote(1, { text, firstParagraph: numberedParagraphs(text).length > 0 ? 1 : null });
      return lostIn(typesetter.typeset(noteSheetPage(aNoteSheet([note]))), words);
    },
    /** The forms, languages and layouts take the texts in turn. */
    lostInLetter: (text: StructuredText, words: string) => {
      const { form, language, layout } = formInTurn(letters++);
      return lostIn(typesetter.typeset(letterPage(letterOfForm(form, language, layout, { body: text }))), words);
    },
    close: () => typesetter.close(),
  };
}
