import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { CERTIFICATE_UNFIT, KEYS_BUSY } from './refusals';

/**
 * Where the private key is: in a file of the office that a passphrase opens, in a token that never gives it away, or, of a demo
 * person, at the office itself; or at a service that has made it for one signature and forgotten it.
 */
export const SIGNING_KEY_KINDS = ['p12', 'token', 'demo', 'esign'] as const;
export type SigningKeyKind = (typeof SIGNING_KEY_KINDS)[number];

/** Expired: it is in use, and its certificate no longer holds. */
export const SIGNING_KEY_STATES = ['in_use', 'expired', 'replaced', 'revoked'] as const;
export type SigningKeyState = (typeof SIGNING_KEY_STATES)[number];

/** By what a certificate is bound to its person: his number at the office, his address, an administrator's act. Never a name. */
export const KEY_BINDINGS = ['number', 'email', 'administrator'] as const;
export type KeyBinding = (typeof KEY_BINDINGS)[number];

/** Whether an authority said, when it signed, that its certificate was not revoked. */
export const REVOCATION_CHECKS = ['good', 'not_checked'] as const;
export type RevocationCheck = (typeof REVOCATION_CHECKS)[number];

/** What a certificate says. */
export const CertificateView = z
  .object({
    /** The name of its holder; null of keys from before it was kept. */
    holder: z.string().nullable(),
    subject: z.string(),
    issuer: z.string(),
    /** In hexadecimal digits. */
    serial: z.string(),
    validFrom: Instant,
    validUntil: Instant,
    /** SHA-256 of the certificate. */
    fingerprint: z.string(),
  })
  .meta({ id: 'CertificateView' });
export type CertificateView = z.infer<typeof CertificateView>;

/** A key with which a person signs; it is his, whatever posts he holds. */
export const SigningKeyView = z
  .object({
    id: z.uuid(),
    kind: z.enum(SIGNING_KEY_KINDS),
    state: z.enum(SIGNING_KEY_STATES),
    certificate: CertificateView,
    /** The name in the certificate is another than its owner's at the office. */
    bearsOtherName: z.boolean(),
    /** Null: it signs nothing until an administrator has bound it, or its owner adds it again. */
    boundBy: z.enum(KEY_BINDINGS).nullable(),
    /** It is in use, and its certificate ends within thirty days. */
    endsSoon: z.boolean(),
    addedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'SigningKeyView' });
export type SigningKeyView = z.infer<typeof SigningKeyView>;

/** With which a key of one's own is kept closed; nobody else ever has it. */
export const Passphrase = z.string().min(10).max(500);

/** With which of one's own keys something is signed; a demo key needs no passphrase. */
export const WITH_KEY = { keyId: z.uuid(), passphrase: z.string().min(1).max(500).nullable().default(null) };

/** The same, or what a token has made of what was prepared, and for when that was. */
export const SIGNED_WITH = {
  ...WITH_KEY,
  made: z
    .strictObject({ signature: z.base64().min(1).max(20_000), at: Instant })
    .nullable()
    .default(null),
};

/** What a token signs: it is hashed and signed there, and comes back with the same time. */
export const PREPARED = {
  /** The signed attributes in DER, as base64. */
  toSign: z.string(),
  digestAlgorithm: z.literal('SHA-256'),
  at: Instant,
};

/** 32 kB of a file as text. */
export const LARGEST_FILE = 44_000;

/** A P12 file as base64 and what opens it, and the passphrase under which the office keeps it. It takes the place of the last one. */
export const AddSigningKey = z
  .strictObject({
    p12: z.base64().min(1).max(LARGEST_FILE),
    password: z.string().max(500),
    passphrase: Passphrase,
  })
  .meta({ id: 'AddSigningKey' });
export type AddSigningKey = z.infer<typeof AddSigningKey>;

/** The certificates of a token as a file, PEM or DER, that of its owner first. It takes the place of the last one. */
export const AddTokenKey = z
  .strictObject({ certificates: z.base64().min(1).max(LARGEST_FILE) })
  .meta({ id: 'AddTokenKey' });
export type AddTokenKey = z.infer<typeof AddTokenKey>;

export const signingKeyOperations = {
  listSigningKeys: operation('GET', '/signing-keys', {
    summary: 'List the signing keys of the person',
    description: 'The latest first.',
    answer: z.object({ items: z.array(SigningKeyView) }),
    access: 'without-post',
    shows: ['signing-keys'],
  }),
  addSigningKey: operation('POST', '/signing-keys', {
    summary: 'Add a signing key from a PKCS#12 file',
    body: AddSigningKey,
    answer: SigningKeyView,
    status: 201,
    access: 'without-post',
    confirmed: true,
    perMinute: 10,
    changes: ['signing-keys'],
    event: 'user.key_added',
    refuses: [KEYS_BUSY, CERTIFICATE_UNFIT, 'key-not-opened'],
  }),
  addTokenKey: operation('POST', '/signing-keys/token', {
    summary: 'Add a signing key that lies on a token',
    body: AddTokenKey,
    answer: SigningKeyView,
    status: 201,
    access: 'without-post',
    confirmed: true,
    perMinute: 10,
    changes: ['signing-keys'],
    event: 'user.key_added',
    refuses: [KEYS_BUSY, CERTIFICATE_UNFIT, 'certificates-unread'],
  }),
  makeDemoKey: operation('POST', '/signing-keys/demo', {
    summary: 'Make a signing key for a person of a demo office',
    answer: SigningKeyView,
    status: 201,
    access: 'without-post',
    confirmed: true,
    perMinute: 10,
    changes: ['signing-keys'],
    event: 'user.key_added',
    refuses: [KEYS_BUSY, CERTIFICATE_UNFIT, 'key-not-opened', 'not-found'],
  }),
  revokeSigningKey: operation('POST', '/signing-keys/:keyId/revoke', {
    summary: 'Revoke a signing key of the person',
    answer: SigningKeyView,
    access: 'without-post',
    changes: ['signing-keys'],
    event: 'user.key_revoked',
    refuses: ['key-ended'],
  }),
};
