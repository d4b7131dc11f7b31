import type { OperationId } from '@patravali/contract';
import type { Reading, ReadItemKind } from '@patravali/ledger';

/** What was asked for, when it has been checked and answered. */
export interface ReadingRequest {
  readonly organisationId: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
}

type Counted = (asked: ReadingRequest) => Reading;

const MOST_OF_A_PART = 300;

const of =
  (kind: ReadItemKind, parameter: string, act: Reading['act'], part?: string): Counted =>
  ({ params }) => ({ item: { kind, id: params[parameter] ?? '' }, act, part });

/** A register is of the whole office: the part says which, and of which days. */
const register =
  (act: Reading['act'], name: string): Counted =>
  ({ organisationId, query: { from, to } }) => ({
    item: { kind: 'organisation', id: organisationId },
    act,
    part: [name, from, to].filter((each) => typeof each === 'string').join(' '),
  });

/**
 * The operations that count as readings whatever the grading is: all that answer with bytes, which can be taken away. What is graded
 * above normal is counted where it is read, as is a PDF from the list of one's own.
 */
export const COUNTED: Readonly<Partial<Record<OperationId, Counted>>> = {
  downloadDocument: of('document', 'documentId', 'downloaded'),
  downloadPicture: of('document', 'documentId', 'downloaded'),
  // The page asks for both when it shows a document: that is one reading.
  readDocumentText: of('document', 'documentId', 'downloaded'),
  downloadNoteSheet: of('file', 'fileId', 'printed', 'notes'),
  downloadWholeFile: of('file', 'fileId', 'printed'),
  downloadSelection: ({ params: { fileId = '' }, query: { selection } }) => ({
    item: { kind: 'file', id: fileId },
    act: 'printed',
    part: String(selection).slice(0, MOST_OF_A_PART),
  }),
  readLetterToSign: of('issue', 'letterId', 'opened'),
  printEnvelopes: of('issue', 'issueId', 'printed', 'envelopes'),
  downloadDiary: register('printed', 'diary'),
  downloadDiaryCsv: register('exported', 'diary'),
  downloadDiaryXlsx: register('exported', 'diary'),
  downloadDispatchRegister: register('printed', 'dispatch'),
  downloadPostalList: register('printed', 'postal-list'),
  downloadDispatchCsv: register('exported', 'dispatch'),
  downloadDispatchXlsx: register('exported', 'dispatch'),
  downloadDraftsCsv: register('exported', 'drafts'),
  downloadDraftsXlsx: register('exported', 'drafts'),
  downloadCharge: ({ organisationId, params: { chargeId = '' } }) => ({
    item: { kind: 'organisation', id: organisationId },
    act: 'printed',
    part: `charge ${chargeId}`,
  }),
  exportPeopleCsv: register('exported', 'people'),
  exportPeopleXlsx: register('exported', 'people'),
  exportPostsCsv: register('exported', 'posts'),
  exportPostsXlsx: register('exported', 'posts'),
  exportSecurityEvents: register('exported', 'security-events'),
};
