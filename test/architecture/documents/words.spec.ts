import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as contract from '@patravali/contract';
import { REFUSALS } from '@patravali/contract';
import { STATUS_OF } from '../../../apps/api/src/problem/status-of';
import { fileJson, fileText, sourcesIn } from '../../support/sources/sources';

const messages = (language: 'hi' | 'en', file: string) =>
  fileJson(`libs/office/messages/src/${language}/${file}.json`) as Record<string, string>;

/** The closed lists of the contract, and under which word their labels stand in the message files. */
const LABELS: Readonly<Record<string, string>> = {
  LINE_MARKS: 'timeline.mark',
  RECORD_FAULTS: 'recordFault',
  LOSS_KINDS: 'logLoss',
  RECORD_CHECK_FAULTS: 'recordCheckFault',
  LANGUAGES: 'language',
  ROLES: 'role',
  TENURE_KINDS: 'capacity',
  WEEKDAYS: 'weekday',
  GRADINGS: 'grading',
  URGENCIES: 'urgency',
  FILE_STATES: 'fileState',
  PARKING_EVENTS: 'parkingEvent',
  WAYS_BACK: 'wayBack',
  PARKING_LINE_KINDS: 'parkingLine',
  CALL_BOOK_CAUSES: 'callBookCause',
  STOP_REASONS: 'stopReason',
  ACTIONS_ASKED: 'action',
  MOVEMENT_KINDS: 'movement',
  NOTE_COLOURS: 'noteColour',
  SHEET_NOTE_KINDS: 'noteKind',
  CONSULTED_STATES: 'consultedState',
  DISCUSSION_ANSWERS: 'discussionAnswer',
  DECISIONS: 'decision',
  SIGNATURES_ALONE: 'signatureAlone',
  RECEIPT_STATES: 'receiptState',
  DELIVERY_MODES: 'deliveryMode',
  COVERS: 'cover',
  LETTER_LANGUAGES: 'letterLanguage',
  ENTRY_FIELDS: 'entryField',
  CORRESPONDENCE_KINDS: 'correspondenceKind',
  FLAGS: 'flag',
  LETTER_FORMS: 'letterForm',
  LETTER_LAYOUTS: 'letterLayout',
  DRAFT_STATES: 'draftState',
  ISSUE_STATES: 'issueState',
  WITHDRAWAL_KINDS: 'withdrawalKind',
  DISPATCH_MODES: 'dispatchMode',
  DISPATCH_STATES: 'dispatchState',
  REPORTED_OUTCOMES: 'reportedOutcome',
  SENDING_STATES: 'sendingState',
  FILE_MOVES: 'fileMove',
  RUNG_STATES: 'rungState',
  RECEIPT_MOVES: 'receiptMove',
  RECEIPT_MOVEMENT_KINDS: 'receiptMovement',
  DRAFT_MOVES: 'draftMove',
  SECURITY_EVENT_KINDS: 'securityEvent',
  ACTIVE_CONTENT: 'activeContent',
  READING_ACTS: 'readingAct',
  EXEMPTIONS: 'exemption',
  END_CAUSES: 'endCause',
  CHARGE_ITEM_KINDS: 'chargeItem',
  CLOSING_CAUSES: 'endCause',
  RELIEF_CAUSES: 'endCause',
  START_CAUSES: 'startCause',
  HALVES: 'half',
  REVOCATION_CHECKS: 'revocationCheck',
  TROUBLES: 'trouble',
  CHECKLIST_ITEMS: 'checklistItem',
  CONNECTIONS: 'connection',
  CONNECTION_OUTCOMES: 'connectionOutcome',
  KEPT_LANGUAGES: 'letterLanguage',
  CRASHED_PARTS: 'crashedPart',
  NUMBER_KINDS: 'numberKind',
  NUMBER_YEARS: 'numberYear',
  NATIONAL_HOLIDAYS: 'nationalHoliday',
  DAY_COLUMNS: 'listColumn',
  PERSON_COLUMNS: 'listColumn',
  POST_COLUMNS: 'listColumn',
  LINE_CHANGES: 'establishment.line',
  DAY_KINDS: 'dayKind',
  LIST_MISTAKES: 'calendar.mistakes',
};
/** Lists whose labels stand in a file of their own: beside those of the events, or since few pages show them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  SECURITY_EVENT_KINDS: 'security-events',
  FILE_MOVES: 'acts',
  RECEIPT_MOVES: 'acts',
  DRAFT_MOVES: 'acts',
  LINE_MARKS: 'timeline',
  RECORD_FAULTS: 'verify-file',
  LOSS_KINDS: 'log-losses',
  RECORD_CHECK_FAULTS: 'record-check',
  EXEMPTIONS: 'redaction',
  REVOCATION_CHECKS: 'facts',
  READING_ACTS: 'facts',
  PARKING_LINE_KINDS: 'aside',
  RECEIPT_MOVEMENT_KINDS: 'receipt-moves',
  TROUBLES: 'troubles',
  CHECKLIST_ITEMS: 'checklist',
  CONNECTIONS: 'facts',
  CONNECTION_OUTCOMES: 'connections',
  CRASHED_PARTS: 'troubles',
  NATIONAL_HOLIDAYS: 'lists',
  DAY_COLUMNS: 'lists',
  PERSON_COLUMNS: 'lists',
  POST_COLUMNS: 'lists',
  LINE_CHANGES: 'establishment',
  DAY_KINDS: 'lists',
  LIST_MISTAKES: 'calendar',
  CHARGE_ITEM_KINDS: 'absence',
  END_CAUSES: 'causes',
  CLOSING_CAUSES: 'causes',
  RELIEF_CAUSES: 'causes',
  START_CAUSES: 'causes',
};
/** Keys of people, marks and lists of a text, how far its reading or a PDF is and whether it is a bundle, what a copy is made of, boxes, registers, whose a phrase or a template is, what notices tell, why a letter is stuck and what a regrading touches are things of the page, which words them itself; the others are parts of lists above. */
const PAGE_WORDS_ITSELF = [
  'LEAVE_STATES',
  'TEXT_MARKS',
  'LIST_STYLES',
  'TEXT_STATES',
  'ASKED_FORMS',
  'ASKED_PDF_STATES',
  'REDACTION_STATES',
  'ORIGINAL_PARTS',
  'SNAPSHOT_STATES',
  'BOXES',
  'DESK_KINDS',
  'DESK_ORDERS',
  'INBOX_ORDERS',
  'REGISTERS',
  'PHRASE_OWNERS',
  'TEMPLATE_OWNERS',
  'NOTICE_KINDS',
  'NOTICE_CHANNELS',
  'LETTER_STANDINGS',
  'SIGNATURE_LEVELS',
  'SIGNING_KEY_KINDS',
  'SIGNING_KEY_STATES',
  'KEY_BINDINGS',
  'ROOT_STATES',
  'SEAL_FAULTS',
  'STUCK_REASONS',
  'MARKED_PARTS',
  'REGRADING_TOUCHES',
];
const WITHOUT_LABELS = [
  ...PAGE_WORDS_ITSELF,
  'SETTING_RIGHT_MOVES',
  // The diary's own fields, which the page labels.
  'READ_FIELDS',
  'FOUND_BY',
  'SEARCH_KINDS',
  // The page says them with the words of its filters.
  'SOUGHT_KINDS',
  'SOUGHT_STATES',
  'SEARCH_FILTERS',
  'FILE_FILTERS',
  'PINNED_KINDS',
  'URGENCY_SETTERS',
  'HOLDERS_STOP_REASONS',
  'EVIDENCE_KINDS',
  'NOTE_KINDS',
  'HOLDING_ROLES',
  'TESTED_CONNECTIONS',
  'MAIL_SECURITY',
  'PAGE_CONNECTIONS',
  'SECRET_FIELDS',
  'SETTERS',
  'LETTER_CHECKS',
  'CITED_SOURCES',
  'STATES',
  'INFORMATION_ROLES',
  'COLUMN_SIDES',
  'RECALL_OUTCOMES',
  'RECALLS_ON_ROW',
  'POSTED_MODES',
  'DIARISED_MODES',
  'ENVELOPE_SIZES',
  'LIST_REFUSALS',
  'NEEDED_IN_NUMBERS',
  'ALL_PART_FAULTS',
  'PART_NAMES',
];
/** What the server says when nobody foresaw what happened. */
const UNFORESEEN = 'internal';

describe('every refusal', () => {
  const codes = Object.keys(REFUSALS);
  const [hindi, english] = [messages('hi', 'refusals'), messages('en', 'refusals')];

  it('is worded in both languages, and nothing is worded that is never said', () => {
    expect(Object.keys(english).sort()).toEqual([...codes, UNFORESEEN].sort());
    expect(Object.keys(hindi).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(codes)('%s has the same parameters in both languages, and is written in each language’s letters', (code) => {
    expect(parameters(hindi[code])).toEqual(parameters(english[code]));
    expect(hindi[code]).toMatch(/[\u0900-\u097f]/);
    expect(english[code]).not.toMatch(/[\u0900-\u097f]/);
  });

  it('is explained in docs/problems.md, with its status', () => {
    const explained = [...fileText('docs/problems.md').matchAll(/^### `([\w-]+)` \((\d+)\)$/gm)];
    const statuses = Object.entries(REFUSALS).map(([code, kind]) => [code, String(STATUS_OF[kind])]);
    expect(explained.map(([, code, status]) => [code, status]).sort()).toEqual(
      [...statuses, [UNFORESEEN, '500']].sort(),
    );
  });

  it('is used somewhere in the sources', () => {
    const text = sourcesIn('apps/api', 'apps/office', 'libs/*', 'libs/*/*')
      .filter(({ path }) => !path.endsWith('/refusals.ts'))
      .map((source) => source.text)
      .join('\n');
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });
});

describe('the text that people read', () => {
  it('stands in the message files alone: no other JSON lies among the sources', () => {
    const cwd = join(__dirname, '../../..');
    const found = globSync(['libs/**/*.json', 'apps/*/src/**/*.json'], {
      cwd,
      exclude: (name) => name === 'node_modules',
    });
    const elsewhere = found.filter(
      (path) => !/^libs\/(office\/messages|platform\/language)\/src\/(hi|en)\/[\w-]+\.json$/.test(path),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(elsewhere).toEqual([]);
  });

  it('of the server stands in no TypeScript', () => {
    const hindi = sourcesIn('apps/api', 'apps/worker', 'apps/office', 'libs/*', 'libs/*/*').filter(({ text }) =>
      /^(?!\s*(?:\*|\/\/|\/\*)).*\p{Script=Devanagari}{2}/mu.test(text),
    );
    // Those are read, from what people type; nobody is shown them as a sentence.
    const letters = 'libs/platform/devanagari/';
    const paths = hindi.map(({ path }) => path).filter((path) => !path.startsWith(letters));
    expect(paths.sort()).toEqual([
      'libs/office/dak/src/letter/letter-words.ts',
      'libs/office/drafts/contract/letter-checks/words.ts',
      'libs/office/drafts/contract/merge-fields.ts',
      'libs/office/records/contract/file-selection.ts',
      'libs/platform/contract-base/src/text/table-columns.ts',
      // The verifier shares nothing with the office, not even where its sentences lie (decision 0080).
      'libs/verifier/src/command/words/hi.ts',
    ]);
  });
});

describe('every closed list of the office', () => {
  const lists = Object.entries(contract).filter(
    (entry): entry is [string, (typeof entry)[1] & readonly string[]] =>
      Array.isArray(entry[1]) && entry[1].every((value) => typeof value === 'string'),
  );

  it('is known here', () => {
    expect(lists.map(([name]) => name).sort()).toEqual([...Object.keys(LABELS), ...WITHOUT_LABELS].sort());
  });

  it.each(lists.filter(([name]) => name in LABELS))(
    '%s has a label for each value in both languages',
    (name, values) => {
      for (const language of ['hi', 'en'] as const) {
        const labels = messages(language, ELSEWHERE[name] ?? 'vocabulary');
        expect(values.filter((value) => !labels[`${LABELS[name]}.${value}`])).toEqual([]);
      }
    },
  );

  it('has no label for a value that is not there', () => {
    const known = new Set(lists.flatMap(([name, values]) => values.map((value) => `${LABELS[name]}.${value}`)));
    const kinds = new Set(Object.values(LABELS));
    for (const language of ['hi', 'en'] as const) {
      const files = ['vocabulary', ...Object.values(ELSEWHERE)];
      const labels = files
        .flatMap((file) => Object.keys(messages(language, file)))
        .filter((key) => kinds.has(key.split('.')[0] ?? ''));
      expect(labels.filter((label) => !known.has(label))).toEqual([]);
    }
  });
});

function parameters(sentence: string | undefined): string[] {
  return [...(sentence ?? '').matchAll(/\{(\w+(?::\w+)?)\}/g)].map(([, parameter]) => parameter ?? '').sort();
}
