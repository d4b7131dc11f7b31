import { ENCLOSED_DOCUMENT, joinDocument } from '@patravali/documents';
import { z } from 'zod';

/** Documents that go with a version of a letter, as `e`; a trigger lists them as its text says. */
export const LETTER_ENCLOSURES = 'letter_enclosure e';

/** The enclosures of the version of a letter whose key these expressions give, joined as `e` with their documents `d`. */
export const joinLetterEnclosures = (organisationId: string, draftId: string, draftVersion: string): string =>
  `JOIN ${LETTER_ENCLOSURES} ON ${ofVersion(organisationId, draftId, draftVersion)} ${joinDocument('e.document_id')}`;

/** The issue whose ids these expressions give, joined as `i` with its enclosures `e` and their documents `d`. */
export const joinEnclosuresOfIssue = (organisationId: string, issueId: string): string =>
  `JOIN issue i ON i.organisation_id = ${organisationId} AND i.id = ${issueId}
   ${joinLetterEnclosures('i.organisation_id', 'i.draft_id', 'i.draft_version')}`;

const listed = (row: string): string => `(SELECT COALESCE(jsonb_agg(${row} ORDER BY e.place), '[]')
  FROM ${LETTER_ENCLOSURES} ${joinDocument('e.document_id')}
  WHERE ${ofVersion('i.organisation_id', 'i.draft_id', 'i.draft_version')})`;

/** What goes with the issue `i`: the contract's `enclosedDocuments`. */
export const ENCLOSED_DOCUMENTS = listed(ENCLOSED_DOCUMENT.json);

/** The same with the sizes of their bytes. */
export const ENCLOSED_BYTES = listed(ENCLOSED_DOCUMENT.with({ size: z.int() }, { size: 'd.size' }).json);

/** The issue `i` whose enclosure is `e`. */
export const ISSUE_OF_ENCLOSURE = ofVersion('i.organisation_id', 'i.draft_id', 'i.draft_version');

function ofVersion(organisationId: string, draftId: string, draftVersion: string): string {
  return `e.organisation_id = ${organisationId} AND e.draft_id = ${draftId} AND e.draft_version = ${draftVersion}`;
}

const LONGEST_NAME = 80;

/** What an enclosure is called as a file, in the order of the letter and without what no file name holds. */
export function enclosureName(place: number, title: string): string {
  const name = Array.from(title.replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, '-'))
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();
  return `${place}. ${name}.pdf`;
}
