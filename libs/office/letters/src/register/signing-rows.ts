import { type Actor, rowFilter } from '@patravali/authorization';
import { GenuineLetter, LetterSignatureView, LetterToSign, LetterToSignView } from '@patravali/contract';
import { isoInstant, type Parameters, projection } from '@patravali/database';
import { FILE_ROW, joinFile } from '@patravali/files';
import { actorRef, personName } from '@patravali/organisation';
import { certificateOfKey, otherNameOfKey } from '@patravali/signing';
import { ENCLOSED_DOCUMENTS } from './letter-enclosures';
import { LetterSignatory } from './signing.entities';
import { numberOnLetter } from './issue-rows';

const OF_ISSUE = (alias: string) => `${alias}.organisation_id = i.organisation_id AND ${alias}.issue_id = i.id`;

/** How many have signed the issue `i`, and how many are to. */
export const SIGNED = `(SELECT count(*)::int FROM letter_signature s WHERE ${OF_ISSUE('s')})`;
export const TO_SIGN = `(SELECT count(*)::int FROM letter_signatory o WHERE ${OF_ISSUE('o')})`;

/** Nobody's signature is missing on the issue `i`. */
export const ALL_SIGNED = `${SIGNED} = ${TO_SIGN}`;

/** When the last of its officers signed the issue `i`; until the first of them has, when it was numbered. */
export const SIGNED_LAST = `COALESCE((SELECT max(s.at) FROM letter_signature s WHERE ${OF_ISSUE('s')}), i.issued_at)`;

/** The post whose signature the issue `i` waits for; null while it waits for none. */
export const WAITS_FOR = `(SELECT o.post_id FROM letter_signatory o
  WHERE ${OF_ISSUE('o')} AND i.state = 'numbered' AND o.ordinal = 1 + ${SIGNED})`;

/** Letters as `i` that officers sign or have signed, with one of their signatories as `g`. */
export const SIGNED_LETTERS = `letter_signatory g
  JOIN issue i ON i.organisation_id = g.organisation_id AND i.id = g.issue_id`;

/** Those of them that wait for signatures. */
export const UNSIGNED_LETTERS = `${SIGNED_LETTERS} AND i.state = 'numbered'`;

/** Letters whose next signature got no time stamp when it was made, as `i` with that as `t`. */
export const UNSTAMPED_LETTERS = `stamp_failure t
  JOIN issue i ON i.organisation_id = t.organisation_id AND i.id = t.issue_id AND i.state = 'numbered'
  WHERE t.ordinal = 1 + ${SIGNED}`;

/** The letters of which a post is a signatory: a condition on `g`. */
export const signedFrom = ({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): string =>
  rowFilter(ability, 'sign', LetterSignatory, 'g', parameters);

/** The signatory `g` is the next to sign `i`. */
export const IS_TURN = `g.ordinal = 1 + ${SIGNED}`;

/** Those that the acting post is to sign now, as conditions on `UNSIGNED_LETTERS`. */
export const lettersToSign = (actor: Actor, parameters: Parameters): string[] => [
  `g.organisation_id = ${parameters.bind(actor.organisationId)}`,
  `g.post_id = ${parameters.bind(actor.postId)}`,
  signedFrom(actor, parameters),
  IS_TURN,
];

/** The contract's `LetterToSign`, from `LETTERS_TO_SIGN`. */
export const LETTER_TO_SIGN = projection(LetterToSign, {
  id: 'i.id',
  number: numberOnLetter('i'),
  issuedOn: 'i.issued_on',
  form: 'i.form',
  subject: 'i.subject',
  language: 'i.language',
  addressee: 'i.addressee',
  fileNumber: FILE_ROW.expressions.number,
  signatory: 'i.signatory_post_id',
  since: SIGNED_LAST,
  signed: SIGNED,
  of: TO_SIGN,
});

/** What `LETTER_TO_SIGN` is read from. */
export const LETTERS_TO_SIGN = `${UNSIGNED_LETTERS} ${joinFile('i.file_id')}`;

/** Everybody who signs the issue `i`, in turn. */
const SIGNATORIES = `(SELECT jsonb_agg(jsonb_build_object('post', o.post_id, 'name', ${personName('o.user_id')},
    'at', ${isoInstant('s.at')}, 'certificate', ${certificateOfKey('s.organisation_id', 's.key_id')}) ORDER BY o.ordinal)
  FROM letter_signatory o LEFT JOIN letter_signature s
    ON s.organisation_id = o.organisation_id AND s.issue_id = o.issue_id AND s.ordinal = o.ordinal
  WHERE ${OF_ISSUE('o')})`;

/** The contract's `LetterToSignView`, from `LETTERS_TO_SIGN`. */
export const LETTER_TO_SIGN_VIEW = LETTER_TO_SIGN.with(
  LetterToSignView.pick({ signatories: true, enclosedDocuments: true, draftId: true, isYourTurn: true }).shape,
  { signatories: SIGNATORIES, enclosedDocuments: ENCLOSED_DOCUMENTS, draftId: 'i.draft_id', isYourTurn: IS_TURN },
);

const SIGNATURE = projection(LetterSignatureView, {
  by: actorRef('s.user_id', 's.post_id', 's.capacity'),
  at: 's.at',
  certificate: certificateOfKey('s.organisation_id', 's.key_id'),
  level: 's.level',
  revocation: 's.revocation',
});

/** The signatures of officers on the issue `i`, in turn; none where the office sealed it. */
export const SIGNATURES = `(SELECT COALESCE(jsonb_agg(${SIGNATURE.json} ORDER BY s.ordinal), '[]')
  FROM letter_signature s WHERE ${OF_ISSUE('s')})`;

const PUBLIC_SIGNATURE = projection(GenuineLetter.shape.signatures.element, {
  name: personName('s.user_id'),
  certificateName: otherNameOfKey('s.organisation_id', 's.key_id'),
  revocation: 's.revocation',
});

/** The same as anybody may know them who has the code of the letter. */
export const PUBLIC_SIGNATURES = `(SELECT COALESCE(jsonb_agg(${PUBLIC_SIGNATURE.json} ORDER BY s.ordinal), '[]')
  FROM letter_signature s WHERE ${OF_ISSUE('s')})`;

/** Whether a letter of a file waits for the signature of a post, from the expressions of their ids. */
export const isToSign = (id: Readonly<Record<'organisationId' | 'fileId' | 'postId', string>>): string =>
  `EXISTS (SELECT FROM issue i WHERE i.organisation_id = ${id.organisationId} AND i.file_id = ${id.fileId}
    AND ${WAITS_FOR} = ${id.postId})`;

/** The id of the entry of a draft whose letter waits for signatures, from the expressions of the draft's ids; else null. */
export const unsignedOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT i.id FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId}
    AND i.state = 'numbered' AND ${SIGNED} < ${TO_SIGN})`;

/** Who signs the letter of a draft, and when each did; null before it is numbered, and where the office sealed it. */
export const signatoriesOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT jsonb_agg(jsonb_build_object('post', o.post_id, 'at', ${isoInstant('s.at')}) ORDER BY o.ordinal)
    FROM issue i JOIN letter_signatory o ON ${OF_ISSUE('o')}
    LEFT JOIN letter_signature s ON s.organisation_id = o.organisation_id AND s.issue_id = o.issue_id AND s.ordinal = o.ordinal
    WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId})`;
