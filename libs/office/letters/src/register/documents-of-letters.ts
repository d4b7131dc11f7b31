import { letterIsAsIssued, OWN_COPIES_ARE_AS_ISSUED } from './as-issued';
import { ISSUES } from './issue-abilities';
import { ISSUE_OF_ENCLOSURE, LETTER_ENCLOSURES } from './letter-enclosures';
import { RECIPIENTS } from './recipients';
import { UNSIGNED_LETTERS } from './signing-rows';
import { numberOnLetter } from './issue-rows';

/** How a letter is called that names a document. */
export const NAME_OF_LETTER = { kind: 'issue', expression: numberOnLetter('i') } as const;

const OF_ENCLOSURE = 'e.organisation_id = d.organisation_id AND e.document_id = d.id';

/** The rows that name the document `d`: letters of their own, the copies of their addressees, and what goes with them. */
export const DOCUMENTS_OF_LETTERS = [
  {
    rows: { source: ISSUES, where: 'i.organisation_id = d.organisation_id AND i.document_id = d.id' },
    asRecorded: letterIsAsIssued('d.sha256'),
  },
  {
    rows: {
      source: `${RECIPIENTS} JOIN ${ISSUES} ON i.organisation_id = n.organisation_id AND i.id = n.issue_id`,
      where: 'n.organisation_id = d.organisation_id AND n.document_id = d.id',
    },
    asRecorded: OWN_COPIES_ARE_AS_ISSUED,
  },
  { rows: { source: `${LETTER_ENCLOSURES} JOIN ${ISSUES} ON ${ISSUE_OF_ENCLOSURE}`, where: OF_ENCLOSURE } },
];

/** What goes with letters that wait for signatures: whoever signs one reads all of it. */
export const DOCUMENTS_TO_SIGN = {
  source: `${UNSIGNED_LETTERS} JOIN ${LETTER_ENCLOSURES} ON ${ISSUE_OF_ENCLOSURE}`,
  where: OF_ENCLOSURE,
};
