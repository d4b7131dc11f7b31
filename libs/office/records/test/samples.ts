import type { StructuredText } from '@patravali/contract';
import type {
  CorrespondencePdf,
  Generated,
  LetterData,
  NoteOnSheet,
  NoteSheetData,
  RegisterData,
  WholeFileData,
} from '@patravali/typesetting';

export const written = (...paragraphs: string[]): StructuredText => ({
  version: 1,
  paragraphs: paragraphs.map((text) => ({ children: [{ type: 'text', text }] })),
});

export const GENERATED: Generated = {
  by: 'सुनीता यादव',
  post: 'लेखा परीक्षक',
  office: 'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल',
  at: '2026-11-24T20:00:00Z',
};

export const aLetter = (changes: Partial<LetterData> = {}): LetterData => ({
  language: 'hi',
  form: 'letter',
  letterhead: {
    name: {
      hi: 'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल',
      en: 'Office of the Divisional Commissioner, Azamgarh Division',
    },
    unit: { hi: 'स्थापना अनुभाग', en: 'Establishment Section' },
    address: { hi: 'सिविल लाइन्स, आज़मगढ़ – 276001', en: 'Civil Lines, Azamgarh – 276001' },
    phone: '05462-000000',
    email: 'so-est@example.org',
  },
  number: 'A-11011/5/2026-Estt',
  date: '2026-11-24',
  fileNumber: 'A-11011/5/2026-Estt',
  reference: { number: '412/स.क./पेंशन/2026-27', date: '2026-10-12' },
  addressees: [{ name: 'जिला समाज कल्याण अधिकारी', address: 'विकास भवन,\nआज़मगढ़' }],
  subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों के निस्तारण के सम्बन्ध में।',
  salutation: null,
  body: written(
    'कृपया उपर्युक्त विषयक अपने पत्र का सन्दर्भ ग्रहण करने का कष्ट करें। शेष 317 प्रकरणों में बैंक खाते का सत्यापन अपेक्षित है।',
    'अतः अनुरोध है कि सत्यापन हेतु अग्रणी बैंक प्रबन्धक को निर्देशित करने की कृपा करें।',
  ),
  enclosures: ['प्रपत्र आर-2', 'प्रकरणों की सूची'],
  copyTo: [{ name: 'अग्रणी बैंक प्रबन्धक', address: 'आज़मगढ़' }],
  signatory: {
    name: { hi: 'राजेश कुमार वर्मा', en: 'Rajesh Kumar Verma' },
    designation: { hi: 'प्रशासनिक अधिकारी', en: 'Administrative Officer' },
    signedAt: '2026-11-24T11:10:00Z',
  },
  urgency: 'ordinary',
  specimen: false,
  ...changes,
});

export const aNote = (number: number, changes: Partial<NoteOnSheet> = {}): NoteOnSheet => ({
  number,
  firstParagraph: 2 * number - 1,
  text: written(
    'कृपया जिला समाज कल्याण अधिकारी का पत्र देखने का कष्ट करें, जिसमें पेंशन के 1,284 लम्बित प्रकरणों की सूचना दी गयी है।',
    'शेष 317 प्रकरणों में बैंक खाते का सत्यापन अपेक्षित है। आलेख अनुमोदनार्थ प्रस्तुत।',
  ),
  decision: null,
  author: { name: 'अमित सिंह', designation: 'समीक्षा अधिकारी', marking: 'DH(EST)-2', actingFor: null },
  writtenAt: '2026-11-22T11:10:00Z',
  frozenAt: '2026-11-22T11:12:00Z',
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
  generated: GENERATED,
  ...changes,
});

export const aRegister = (rows: readonly (readonly string[])[]): RegisterData => ({
  kind: 'diary',
  language: 'hi',
  office: GENERATED.office,
  unit: null,
  from: '2026-11-01',
  to: '2026-11-24',
  columns: [
    { heading: 'डायरी संख्या', width: 2 },
    { heading: 'प्रेषक', width: 4 },
    { heading: 'विषय', width: 6 },
  ],
  rows,
  generated: GENERATED,
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
    state: 'मेज पर',
    holder: 'SO(EST)',
  },
  noteSheet,
  correspondence,
});
