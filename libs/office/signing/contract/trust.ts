import { Bilingual, Instant, oneLine, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { Posts } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { KEYS_BUSY } from './refusals';
import { CertificateView, LARGEST_FILE } from './signing-keys';

/** In force; out of force, because its certificate has expired; ended by an administrator. */
export const ROOT_STATES = ['in_force', 'expired', 'ended'] as const;

/** What ended, when, by whom and why. */
const Ended = z.object({ by: ActorRef, at: Instant, reason: z.string() });

/** A root that the office trusts or trusted: what leads to it may sign here. */
export const TrustedRoot = z
  .object({
    /** Null for that of the demo, which no administrator added and none can end. */
    id: z.uuid().nullable(),
    subject: z.string(),
    fingerprint: z.string(),
    validFrom: Instant,
    validUntil: Instant,
    state: z.enum(ROOT_STATES),
    /** From whom the administrator got it. */
    receivedFrom: z.string().nullable(),
    addedBy: ActorRef.nullable(),
    addedAt: Instant.nullable(),
    ended: Ended.nullable(),
  })
  .meta({ id: 'TrustedRoot' });
export type TrustedRoot = z.infer<typeof TrustedRoot>;

/** Why the seal cannot be used: its certificate has another fault, or leads to no trusted root, or is not bound to the office. */
export const SEAL_FAULTS = ['unfit', 'untrusted', 'unbound'] as const;

/** The key of the office itself, as far as its certificate goes. */
export const SealView = z
  .object({ certificate: CertificateView, fault: z.enum(SEAL_FAULTS).nullable() })
  .meta({ id: 'SealView' });
export type SealView = z.infer<typeof SealView>;

export const TrustedRoots = z
  .object({
    items: z.array(TrustedRoot),
    /** Null where the office has no key of its own. */
    seal: SealView.nullable(),
    posts: Posts,
  })
  .meta({ id: 'TrustedRoots' });
export type TrustedRoots = z.infer<typeof TrustedRoots>;

/** A fingerprint as somebody has typed or copied it: with colons, spaces, in any case. */
export const TypedFingerprint = z
  .string()
  .max(200)
  .transform((typed) => typed.replaceAll(/[\s:-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, 'fingerprint'));

/** The certificate as a file, PEM or DER, in base64; its fingerprint as whoever gave it says. */
export const AddTrustedRoot = z
  .strictObject({
    certificate: z.base64().min(1).max(LARGEST_FILE),
    fingerprint: TypedFingerprint,
    receivedFrom: oneLine(300),
  })
  .meta({ id: 'AddTrustedRoot' });
export type AddTrustedRoot = z.infer<typeof AddTrustedRoot>;

export const EndTrust = z.strictObject({ reason: Reason }).meta({ id: 'EndTrust' });
export type EndTrust = z.infer<typeof EndTrust>;

export const TrustChanged = z.object({ id: z.uuid() }).meta({ id: 'TrustChanged' });
export type TrustChanged = z.infer<typeof TrustChanged>;

/** A person of the office. */
const PersonRef = z.object({ name: Bilingual, username: z.string() });

/** That an administrator has bound a certificate, or all of one holder, to a person. */
export const CertificateBinding = z
  .object({
    id: z.uuid(),
    /** Null: to the office itself. */
    person: PersonRef.nullable(),
    /** The name in the certificate. */
    holder: z.string(),
    subject: z.string(),
    /** Of the one certificate; null where all of its holder are bound. */
    fingerprint: z.string().nullable(),
    /** The serial number of the holder, in all of his certificates. */
    holderNumber: z.string().nullable(),
    reason: z.string(),
    addedBy: ActorRef,
    addedAt: Instant,
    ended: Ended.nullable(),
  })
  .meta({ id: 'CertificateBinding' });
export type CertificateBinding = z.infer<typeof CertificateBinding>;

/** A key in use from before certificates were bound: it signs again when an administrator has bound it. */
export const UnboundKey = z
  .object({ id: z.uuid(), person: PersonRef, certificate: CertificateView, addedAt: Instant })
  .meta({ id: 'UnboundKey' });
export type UnboundKey = z.infer<typeof UnboundKey>;

/** All certificates of a holder, as one of them names him: what eSign makes for him each time, and nobody has beforehand. */
const HolderToBind = z.strictObject({
  number: oneLine(200),
  name: oneLine(200),
  /** Of a root that the office trusts. */
  rootFingerprint: TypedFingerprint,
});

/** To whom a certificate is bound: one in a file, or that of a key which the office has, or all of a holder. */
export const BindCertificate = z
  .strictObject({
    /** The user name; null binds it to the office itself, for its seal. */
    username: oneLine(60).nullable(),
    certificate: z.base64().min(1).max(LARGEST_FILE).nullable().default(null),
    keyId: z.uuid().nullable().default(null),
    holder: HolderToBind.nullable().default(null),
    /** Of one in a file: not it alone, but all that bear the serial number of its holder and lead to the same root. */
    allOfHolder: z.boolean().default(false),
    reason: Reason,
  })
  .refine(
    ({ certificate, keyId, holder }) => [certificate, keyId, holder].filter((each) => each !== null).length === 1,
    {
      error: 'one-to-bind',
      path: ['certificate'],
    },
  )
  .meta({ id: 'BindCertificate' });
export type BindCertificate = z.infer<typeof BindCertificate>;

export const trustOperations = {
  listTrustedRoots: operation('GET', '/trusted-roots', {
    summary: 'List the roots that the office trusts or trusted',
    description: 'And whether its own seal leads to one of them.',
    answer: TrustedRoots,
    shows: ['trust'],
  }),
  addTrustedRoot: operation('POST', '/trusted-roots', {
    summary: 'Trust a root',
    description: 'By its fingerprint, as whoever gave it says. What leads to it may sign in this office.',
    body: AddTrustedRoot,
    answer: TrustChanged,
    status: 201,
    confirmed: true,
    perMinute: 30,
    changes: ['trust', 'signing-keys'],
    event: 'organisation.root_trusted',
    refuses: [KEYS_BUSY, 'certificates-unread', 'fingerprint-differs', 'root-trusted', 'root-unfit'],
  }),
  endTrustedRoot: operation('POST', '/trusted-roots/:rootId/end', {
    summary: 'Trust a root no more',
    description: 'Nothing that leads to it signs any more. What was signed stays signed.',
    body: EndTrust,
    answer: TrustChanged,
    confirmed: true,
    changes: ['trust', 'signing-keys'],
    event: 'organisation.root_ended',
    refuses: ['trust-ended'],
  }),
  listCertificateBindings: operation('GET', '/certificate-bindings', {
    summary: 'List to whom administrators have bound certificates',
    description: 'The latest first.',
    query: PageQuery,
    answer: pageOf(CertificateBinding),
    shows: ['trust'],
    refuses: ['not-allowed'],
  }),
  listUnboundKeys: operation('GET', '/unbound-keys', {
    summary: 'List the signing keys that are bound to nobody yet',
    description: 'The longest there first, 200 at most: what has been bound leaves the list.',
    answer: z.object({ items: z.array(UnboundKey) }),
    shows: ['trust'],
    refuses: ['not-allowed'],
  }),
  bindCertificate: operation('POST', '/certificate-bindings', {
    summary: 'Bind a certificate to a person or to the office',
    body: BindCertificate,
    answer: TrustChanged,
    status: 201,
    confirmed: true,
    perMinute: 30,
    changes: ['trust', 'signing-keys'],
    event: 'organisation.certificate_bound',
    refuses: [
      KEYS_BUSY,
      'certificate-bound',
      'certificate-not-for-signing',
      'certificate-not-valid',
      'certificate-revoked',
      'certificate-untrusted',
      'certificate-weak',
      'certificates-unread',
      'holder-without-number',
      'key-ended',
      'not-found',
      'unknown-person',
    ],
  }),
  endCertificateBinding: operation('POST', '/certificate-bindings/:bindingId/end', {
    summary: 'End that a certificate is bound',
    description: 'It signs no more. What was signed stays signed.',
    body: EndTrust,
    answer: TrustChanged,
    confirmed: true,
    changes: ['trust', 'signing-keys'],
    event: 'organisation.binding_ended',
    refuses: ['trust-ended'],
  }),
};
