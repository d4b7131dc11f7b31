import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Typesetter } from '@patravali/typesetting';
import { GENERATED, written } from '../../../platform/typesetting/test/samples';
import { bindWholeFile } from '../src/whole-file/bind-whole-file';
import type { NoteOnSheet, NoteSheetData } from '../src/note-sheet/note-sheet-data';
import type { CorrespondencePdf, WholeFileData } from '../src/whole-file/whole-file-data';

export const aNote = (number: number, changes: Partial<NoteOnSheet> = {}): NoteOnSheet => ({
  number,
  firstParagraph: 2 * number - 1,
  text: written(
    'कृपया जिला समाज कल्याण अधिकारी का पत्र देखने का कष्ट करें, जिसमें पेंशन के 1,284 लम्बित प्रकरणों की सूचना दी गयी है।',
    'शेष 317 प्रकरणों में बैंक खाते का सत्यापन अपेक्षित है। आलेख अनुमोदनार्थ प्रस्तुत।',
  ),
  decision: null,
  signatureAlone: null,
  kind: 'ordinary',
  mainNote: null,
  sections: [],
  discussedWith: [],
  putUpBy: null,
  author: { name: 'अमित सिंह', designation: 'समीक्षा अधिकारी', marking: 'DH(EST)-2', actingFor: null },
  writtenAt: '2026-11-22T11:10:00Z',
  frozenAt: '2026-11-22T11:12:00Z',
  signed: null,
  returns: [],
  explanations: [],
  ...changes,
});

export const aNoteSheet = (notes: readonly NoteOnSheet[], changes: Partial<NoteSheetData> = {}): NoteSheetData => ({
  language: 'hi',
  office: GENERATED.office,
  unit: 'स्थापना अनुभाग',
  fileNumber: 'A-11011/5/2026-Estt',
  computerNumber: '2938',
  subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों का निस्तारण',
  notes,
  dockets: [],
  generated: GENERATED,
  ...changes,
});

export const aWholeFile = (correspondence: readonly CorrespondencePdf[], noteSheet: NoteSheetData): WholeFileData => ({
  language: 'hi',
  cover: {
    office: GENERATED.office,
    unit: 'स्थापना अनुभाग',
    fileNumber: 'A-11011/5/2026-Estt',
    computerNumber: '2938',
    subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों का निस्तारण',
    openedBy: 'अमित सिंह, समीक्षा अधिकारी',
    openedOn: '2026-11-02',
    closedOn: null,
    grading: 'सामान्य',
    urgency: 'तत्काल',
    state: 'पटल पर',
    holder: 'SO(EST)',
  },
  noteSheet,
  correspondence,
});

/** The bytes of a whole file. */
export async function boundFile(typesetter: Typesetter, file: WholeFileData): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'patravali-bound-'));
  try {
    const output = join(folder, 'bound.pdf');
    await bindWholeFile(typesetter, file, { output });
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
}
