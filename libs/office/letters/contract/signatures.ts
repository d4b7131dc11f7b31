import { Bilingual, Day, Instant, oneLine, operation, PageQuery, Problem } from '@patravali/contract-base';
import { z } from 'zod';
import { LETTER_FORMS } from './letter-forms';
import { EnclosedDocument } from '../../documents/contract/enclosures';
import { DOCUMENT_UNREADABLE } from '../../documents/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { LETTER_LANGUAGES } from '../../organisation/contract/vocabulary';
import { CERTIFICATE_UNFIT, KEY_UNFIT, NOT_SIGNED, TYPESETTER_BUSY } from '../../signing/contract/refusals';
import { CertificateView, PREPARED, SIGNED_WITH, WITH_KEY } from '../../signing/contract/signing-keys';

/** The forms of letters that officers sign with their own keys; the office seals all others with its own. And whether notes are signed by their authors. */
export const SigningRule = z
  .object({
    signedForms: z.array(z.enum(LETTER_FORMS)),
    signedNotes: z.boolean(),
    /** Nothing is signed while no authority says that the certificate is not revoked; else it is signed, and this is said. */
    refusesUnchecked: z.boolean(),
  })
  .meta({ id: 'SigningRule' });
export type SigningRule = z.infer<typeof SigningRule>;

export const SetSigningRule = z
  .strictObject({
    signedForms: z
      .array(z.enum(LETTER_FORMS))
      .max(LETTER_FORMS.length)
      .refine((forms) => new Set(forms).size === forms.length, 'named-twice'),
    /** Left out, it stays as it is. */
    signedNotes: z.boolean().optional(),
    /** Left out, it stays as it is. */
    refusesUnchecked: z.boolean().optional(),
  })
  .meta({ id: 'SetSigningRule' });
export type SetSigningRule = z.infer<typeof SetSigningRule>;

/** How a letter in the making will go out. */
export const DraftSigning = z
  .object({
    /** Its officers sign it, each with his own key; else the office seals it. */
    byOfficers: z.boolean(),
    /** Who signs, in turn, and once it is numbered when each of them did. */
    signatories: z.array(z.object({ post: PostId, at: Instant.nullable() })),
    /** Its entry in the register, while it waits for signatures. */
    issueId: z.uuid().nullable(),
  })
  .meta({ id: 'DraftSigning' });
export type DraftSigning = z.infer<typeof DraftSigning>;

/** A letter whose number is drawn, and which its officers sign. */
export const LetterNumbered = z
  .object({ id: z.uuid(), issueId: z.uuid(), number: z.string() })
  .meta({ id: 'LetterNumbered' });
export type LetterNumbered = z.infer<typeof LetterNumbered>;

/** A letter that waits for signatures. */
export const LetterToSign = z
  .object({
    /** Of its entry in the register. */
    id: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    form: z.enum(LETTER_FORMS),
    subject: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    addressee: z.string(),
    fileNumber: z.string(),
    /** The post whose name it bears first. */
    signatory: PostId,
    /** Since when it waits for this signature. */
    since: Instant,
    /** How many have signed, of how many. */
    signed: z.int(),
    of: z.int(),
  })
  .meta({ id: 'LetterToSign' });
export type LetterToSign = z.infer<typeof LetterToSign>;

export const LetterToSignView = LetterToSign.extend({
  signatories: z.array(
    z.object({
      post: PostId,
      /** The person whose name stands on the letter. */
      name: Bilingual,
      at: Instant.nullable(),
      certificate: CertificateView.nullable(),
    }),
  ),
  /** The documents that go with the letter. */
  enclosedDocuments: z.array(EnclosedDocument),
  /** Of whose comments those who sign read what is meant for them. */
  draftId: z.uuid(),
  /** The acting post is to sign now. */
  isYourTurn: z.boolean(),
  /** Each signature gets a time stamp of an authority; else it can be checked only while its certificate holds. */
  stamped: z.boolean(),
  /** It can be signed by the eSign service with which the office has an agreement. */
  eSign: z.boolean(),
  posts: Posts,
}).meta({ id: 'LetterToSignView' });
export type LetterToSignView = z.infer<typeof LetterToSignView>;

export const SignLetter = z.strictObject(SIGNED_WITH).meta({ id: 'SignLetter' });
export type SignLetter = z.infer<typeof SignLetter>;

export const PrepareLetter = z.strictObject({ keyId: z.uuid() }).meta({ id: 'PrepareLetter' });
export type PrepareLetter = z.infer<typeof PrepareLetter>;

export const LetterPrepared = z
  .object({
    ...PREPARED,
    /** SHA-256 of what is signed, in hexadecimal digits: for tokens that are told no more. */
    digest: z.string(),
  })
  .meta({ id: 'LetterPrepared' });
export type LetterPrepared = z.infer<typeof LetterPrepared>;

/** Where the browser goes with these fields, as a form (POST); it comes back to the page of the letter. */
export const ESignBegun = z
  .object({ url: z.url(), fields: z.array(z.object({ name: z.string(), value: z.string() })) })
  .meta({ id: 'ESignBegun' });
export type ESignBegun = z.infer<typeof ESignBegun>;

/** Where the service sends the browser back to; the id of the letter follows behind a slash. */
export const ESIGN_PATH = '/esign';

/** What became of the letter: the last signature issues it. */
export const LetterSigned = z
  .object({
    issueId: z.uuid(),
    number: z.string(),
    state: z.enum(['numbered', 'issued']),
    signed: z.int(),
    of: z.int(),
  })
  .meta({ id: 'LetterSigned' });
export type LetterSigned = z.infer<typeof LetterSigned>;

/** So many letters with one key at once, as of everything that is done to several: each is signed by itself. */
const MOST_SIGNED_AT_ONCE = 100;

const IssueIds = z
  .array(z.uuid().toLowerCase())
  .min(1)
  .max(MOST_SIGNED_AT_ONCE)
  .refine((ids) => new Set(ids).size === ids.length, 'named-twice');

/** Of each letter what a token has made of what was prepared, and for when that was. One that is no signature refuses its letter alone. */
const MadeOfLetters = z
  .array(z.strictObject({ id: z.uuid().toLowerCase(), signature: oneLine(20_000), at: Instant }))
  .max(MOST_SIGNED_AT_ONCE)
  .refine((made) => new Set(made.map(({ id }) => id)).size === made.length, 'named-twice');

export const SignLetters = z
  .strictObject({ issueIds: IssueIds, ...WITH_KEY, made: MadeOfLetters.nullable().default(null) })
  .meta({ id: 'SignLetters' });
export type SignLetters = z.infer<typeof SignLetters>;

export const PrepareLetters = z.strictObject({ issueIds: IssueIds, keyId: z.uuid() }).meta({ id: 'PrepareLetters' });
export type PrepareLetters = z.infer<typeof PrepareLetters>;

/** What a token signs of each letter, or why nothing of it, in the order in which they were named. */
export const LettersPrepared = z
  .object({
    items: z.array(z.object({ id: z.uuid(), prepared: LetterPrepared.nullable(), refusal: Problem.nullable() })),
  })
  .meta({ id: 'LettersPrepared' });
export type LettersPrepared = z.infer<typeof LettersPrepared>;

/** What has become of each letter, in the order in which they were named. */
export const LettersSigned = z
  .object({
    items: z.array(z.object({ id: z.uuid(), signed: LetterSigned.nullable(), refusal: Problem.nullable() })),
  })
  .meta({ id: 'LettersSigned' });
export type LettersSigned = z.infer<typeof LettersSigned>;

export const signatureOperations = {
  getSigningRule: operation('GET', '/signing-rule', {
    summary: 'Show what officers sign in this office, and how',
    answer: SigningRule,
    shows: ['signing-rule'],
  }),
  setSigningRule: operation('PUT', '/signing-rule', {
    summary: 'Set what officers sign in this office, and how',
    body: SetSigningRule,
    answer: SigningRule,
    changes: ['signing-rule'],
    event: 'organisation.signing_set',
  }),
  numberDraft: operation('POST', '/drafts/:draftId/number', {
    summary: 'Draw the number of a letter that its officers sign',
    answer: LetterNumbered,
    status: 201,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'draft', 'issue', 'letter-to-sign'],
    event: 'draft.numbered',
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      'case-not-decided',
      'characters-not-printable',
      'enclosure-not-on-file',
      'enclosures-too-large',
      'illegal-draft-move',
      'issued-elsewhere',
      'letter-sealed',
      'letter-unfinished',
      'naming-not-yours',
      'revocation-unchecked',
      'seal-unfit',
      'signatory-vacant',
      'signed-from-signing-post',
      'signing-not-configured',
    ],
  }),
  listLettersToSign: operation('GET', '/desk/to-sign', {
    summary: 'List the letters that await a signature of the desk',
    description: 'Those whose turn it is, the longest there first.',
    query: PageQuery,
    answer: pageOf(LetterToSign),
    shows: ['desk'],
  }),
  getLetterToSign: operation('GET', '/letters-to-sign/:letterId', {
    summary: 'Show a letter that awaits signatures',
    answer: LetterToSignView,
    shows: ['letter-to-sign'],
  }),
  readLetterToSign: operation('GET', '/letters-to-sign/:letterId/pdf', {
    summary: 'Download a letter that awaits signatures',
    description: 'As it stands: unsigned, or with the signatures that it has.',
    media: 'application/pdf',
    perMinute: 120,
    refuses: [DOCUMENT_UNREADABLE, 'characters-not-printable', 'illegal-draft-move'],
  }),
  prepareLetter: operation('POST', '/letters-to-sign/:letterId/prepare', {
    summary: 'Prepare a letter for signing by a token',
    description: 'Changes nothing: answers what the token of the officer has to sign.',
    body: PrepareLetter,
    answer: LetterPrepared,
    perMinute: 60,
    changes: [],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      KEY_UNFIT,
      'certificate-name-not-on-letter',
      'characters-not-printable',
      'illegal-draft-move',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
    ],
  }),
  signLetter: operation('POST', '/letters-to-sign/:letterId/sign', {
    summary: 'Sign a letter',
    body: SignLetter,
    answer: LetterSigned,
    perMinute: 120,
    confirmed: true,
    changes: ['desk', 'file', 'draft', 'issue', 'letter-to-sign'],
    event: ['draft.signed', 'draft.issued'],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      KEY_UNFIT,
      NOT_SIGNED,
      'certificate-name-not-on-letter',
      'characters-not-printable',
      'illegal-draft-move',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
    ],
  }),
  beginESign: operation('POST', '/letters-to-sign/:letterId/esign', {
    summary: 'Begin to sign a letter by the eSign service',
    description: 'Instead of signing here: the service is asked, and a request that waited for it is replaced.',
    answer: ESignBegun,
    perMinute: 60,
    confirmed: true,
    changes: [],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      'characters-not-printable',
      'esign-not-configured',
      'illegal-draft-move',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
      'signing-not-configured',
    ],
  }),
  completeESign: operation('POST', '/letters-to-sign/:letterId/esign/complete', {
    summary: 'Complete a signature by the eSign service',
    description: 'After the browser has come back from the service.',
    answer: LetterSigned,
    perMinute: 60,
    changes: ['desk', 'file', 'draft', 'issue', 'letter-to-sign'],
    event: ['draft.signed', 'draft.issued'],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      CERTIFICATE_UNFIT,
      'certificate-name-not-on-letter',
      'characters-not-printable',
      'esign-declined',
      'esign-late',
      'esign-other-person',
      'esign-unanswered',
      'esign-unfit',
      'esign-unknown',
      'illegal-draft-move',
      'key-unavailable',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
      'timestamp-unavailable',
    ],
  }),
  prepareLetters: operation('POST', '/desk/to-sign/prepare', {
    summary: 'Prepare several letters for signing by a token',
    description: 'Changes nothing: answers what a token signs in one go.',
    body: PrepareLetters,
    answer: LettersPrepared,
    perMinute: 60,
    changes: [],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      KEY_UNFIT,
      'certificate-name-not-on-letter',
      'characters-not-printable',
      'illegal-draft-move',
      'not-found',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
    ],
  }),
  signLetters: operation('POST', '/desk/to-sign/acts', {
    summary: 'Sign several letters',
    body: SignLetters,
    answer: LettersSigned,
    perMinute: 120,
    confirmed: true,
    changes: ['desk', 'file', 'draft', 'issue', 'letter-to-sign'],
    event: ['draft.signed', 'draft.issued'],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      KEY_UNFIT,
      NOT_SIGNED,
      'certificate-name-not-on-letter',
      'characters-not-printable',
      'illegal-draft-move',
      'not-found',
      'not-your-turn',
      'signatory-changed',
      'signature-unavailable',
    ],
  }),
};
