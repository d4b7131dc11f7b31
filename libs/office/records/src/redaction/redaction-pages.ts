import { clauseIn, type Exemption, type InformationRole, type Language } from '@patravali/contract';
import { fill, formatInstant } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import type { InformationOfficer } from '@patravali/organisation';
import { type Generated, generatedLine, templateOf, type TypesetInput } from '@patravali/typesetting';
import { leftOut } from './left-out';
import { originalInWords, type PlaceOfOriginal } from './original-in-words';
import type { Redaction } from './redaction.entity';

export interface RedactionOnPaper {
  readonly redaction: Pick<Redaction, 'marks' | 'language' | 'total'>;
  readonly fileNumber: string;
  readonly original: PlaceOfOriginal;
  /** Of the original. */
  readonly sha256: string;
  readonly generated: Generated;
  readonly officers: readonly InformationOfficer[];
}

/** Left to be filled in by hand. */
const BLANK = '_'.repeat(30);

/** Name, designation and address of whoever the office has named for it. */
function officerIn(role: InformationRole, officers: readonly InformationOfficer[], language: Language): string {
  const officer = officers.find((each) => each.role === role);
  if (!officer) return BLANK;
  const { holder, designation, address } = officer;
  return [holder?.[language], designation[language], address[language]].filter(Boolean).join(', ');
}

/** What is black bears the clause in Latin letters. */
function clauseOf(clause: Exemption, language: Language): string {
  const words = messagesOf('redaction', language);
  const read = fill(words.clause, { clause: clauseIn(clause, language) }, language);
  return clauseIn(clause, language) === clause ? read : `${read} (${fill(words.clauseSign, { clause }, language)})`;
}

/**
 * The first page, which says what was left out and why, and the small marks on each page of the copy. The original is named by its
 * place alone: its sender or its subject may be what is left out.
 */
export function redactionPages(paper: RedactionOnPaper): {
  readonly front: TypesetInput;
  readonly stamps: TypesetInput;
} {
  const { redaction, fileNumber, original, sha256 } = paper;
  const { language, marks } = redaction;
  const words = messagesOf('redaction', language);
  const generated = generatedLine(paper.generated, language, 'screen');
  const shared = { bound: true, language, fileNumber, generated };
  const where = originalInWords(language, original);
  const isLetter = original.part === 'letter';
  const pageName = (page: number) => (isLetter ? `C/${original.firstPage + page - 1}` : String(page));
  const lines = leftOut(marks).map(({ page, clause, passages }) => ({
    page: pageName(page),
    clause: clauseOf(clause, language),
    why: words[`exemption.${clause}`],
    passages: passages === null ? words.wholePage : String(passages),
  }));
  const { by, post, office, at } = paper.generated;
  return {
    front: {
      template: templateOf('office/records', 'redaction'),
      data: {
        ...shared,
        office,
        title: words.title,
        rows: [
          { label: words.fileNumber, text: fileNumber },
          { label: isLetter ? words.pages : words.record, text: where },
          { label: words.informationOfficer, text: officerIn('information_officer', paper.officers, language) },
          { label: words.madeBy, text: `${by}, ${post}` },
          { label: words.madeAt, text: formatInstant('screen', at, language) },
          { label: words.hash, text: sha256 },
        ],
        headings: [words.page, words.clauseHeading, words.why, words.passages],
        lines,
        nothing: words.nothing,
        // A copy without a mark claims no severance (section 10).
        explanation: lines.length === 0 ? words.explanationWhole : words.explanation,
        appeal: fill(words.appeal, { authority: officerIn('appellate_authority', paper.officers, language) }, language),
      },
    },
    stamps: {
      template: templateOf('office/records', 'stamps'),
      data: {
        ...shared,
        copy: (['hi', 'en'] as const).map((each) => messagesOf('redaction', each).mark).join(' / '),
        foot: [fileNumber, ...(isLetter ? [] : [where]), generated].join(' · '),
        pages: Array.from({ length: redaction.total }, (_, index) => pageName(index + 1)),
      },
    },
  };
}
