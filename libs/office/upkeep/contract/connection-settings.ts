import { oneLine, operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { KEYS_BUSY } from '../../signing/contract/refusals';
import { LARGEST_FILE } from '../../signing/contract/signing-keys';
import { CONNECTIONS, type ConnectionName, PAGE_CONNECTIONS } from './connections';

/** What is written in a shape of its own; the page shows one beside the field. */
const shaped = (shape: RegExp, max = 300) => oneLine(max).refine((text) => shape.test(text), 'as-in-example');
const Host = shaped(/^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|[\da-f]*:[\da-f:.]+)$/i, 255);
const Port = z.number().int().min(1).max(65_535);
/** Of one person: no more than the server itself would be told. */
const PerDay = z.number().int().min(1).max(1_000_000);
const Address = shaped(/^[^<>\s@]+@[^<>\s@]+$/);
const User = oneLine(300).nullable();
const Password = z.string().min(1).max(500).nullable();
/** Without what proves who asks: that has fields of its own. */
const WebAddress = oneLine(500).refine((text) => isWebAddress(text), 'as-in-example');

/** Only scheme, host and port. */
const Origin = WebAddress.refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', 'as-in-example');

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

/** Begins with TLS, must go over to it, or does neither. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;

/** The fields of what the page sets. What proves who asks is typed anew each time, and never answered. */
export const CONNECTION_FIELDS = {
  'public-address': z.strictObject({ url: Origin }),
  mail: z.strictObject({
    host: Host,
    port: Port,
    security: z.enum(MAIL_SECURITY),
    user: User,
    password: Password,
    /** As recipients see it: an address, or a name before one in angle brackets. */
    sender: shaped(/^([^<>@]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/),
  }),
  mailbox: z.strictObject({
    host: Host,
    port: Port,
    security: z.enum(['tls', 'starttls']),
    user: oneLine(300),
    password: z.string().min(1).max(500),
    /** Where mails come back to, with `*` for what tells them apart. */
    returnTo: shaped(/^(?=[^@]{1,45}@)[^<>@\s*]*\*[^<>@\s*]*@[^<>@\s*]+$/),
  }),
  troubles: z.strictObject({ address: Address }),
  timestamp: z.strictObject({ url: WebAddress, user: User, password: Password }),
  esign: z.strictObject({
    url: WebAddress,
    aspId: oneLine(200),
    certificate: z
      .string()
      .max(20_000)
      .regex(/^\s*-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----\s*$/, 'as-in-example'),
  }),
  'virus-scanner': z.strictObject({ host: Host, port: Port, whenAway: z.enum(['refuse', 'accept']) }),
  witness: z.strictObject({ url: Origin, key: shaped(/^[^\s+]+\+[\da-f]{8}\+B[A-P][A-Za-z0-9+/]{42}$/) }),
  uploads: z.strictObject({ perDay: PerDay, mebibytes: PerDay }),
} as const satisfies Partial<Record<ConnectionName, z.ZodObject>>;
export type SettableConnection = keyof typeof CONNECTION_FIELDS;

export const SECRET_FIELDS: readonly string[] = ['password'];

const named = <Name extends SettableConnection>(connection: Name) =>
  z.strictObject({ connection: z.literal(connection), fields: CONNECTION_FIELDS[connection] });

const ConnectionSetting = z.discriminatedUnion('connection', [
  named('public-address'),
  named('mail'),
  named('mailbox'),
  named('troubles'),
  named('timestamp'),
  named('esign'),
  named('virus-scanner'),
  named('witness'),
  named('uploads'),
]);
export type ConnectionSetting = z.infer<typeof ConnectionSetting>;

export const SetConnection = z
  .strictObject({ setting: ConnectionSetting, reason: Reason })
  .meta({ id: 'SetConnection' });
export type SetConnection = z.infer<typeof SetConnection>;

export const ClearConnection = z
  .strictObject({ connection: z.enum(PAGE_CONNECTIONS), reason: Reason })
  .meta({ id: 'ClearConnection' });
export type ClearConnection = z.infer<typeof ClearConnection>;

/** A P12 file as base64, and what opens it: both are kept sealed. */
export const SetOfficeKey = z
  .strictObject({ p12: z.base64().min(1).max(LARGEST_FILE), password: z.string().max(500), reason: Reason })
  .meta({ id: 'SetOfficeKey' });
export type SetOfficeKey = z.infer<typeof SetOfficeKey>;

export const MakeTrialKey = z.strictObject({ reason: Reason }).meta({ id: 'MakeTrialKey' });
export type MakeTrialKey = z.infer<typeof MakeTrialKey>;

export const ConnectionChanged = z.object({ connection: z.enum(CONNECTIONS) }).meta({ id: 'ConnectionChanged' });
export type ConnectionChanged = z.infer<typeof ConnectionChanged>;

export const connectionSettingOperations = {
  setConnection: operation('POST', '/connections', {
    summary: 'Set what the office is connected with',
    description:
      'Kept sealed, and taken up by the whole office at once. What the server is told wins and is not set here.',
    body: SetConnection,
    answer: ConnectionChanged,
    confirmed: true,
    perMinute: 30,
    changes: ['connections'],
    event: 'organisation.connection_set',
    refuses: ['host-inside', 'host-unknown', 'set-on-server'],
  }),
  clearConnection: operation('POST', '/connections/clear', {
    summary: 'Take back what was set of a connection',
    body: ClearConnection,
    answer: ConnectionChanged,
    confirmed: true,
    changes: ['connections', 'trust'],
    event: 'organisation.connection_cleared',
    refuses: ['connection-not-set'],
  }),
  setOfficeKey: operation('POST', '/connections/signing-key', {
    summary: 'Bring the key with which the office seals',
    description: 'It is bound to the office by this act. Its root is trusted by `addTrustedRoot`.',
    body: SetOfficeKey,
    answer: ConnectionChanged,
    confirmed: true,
    perMinute: 10,
    changes: ['connections', 'trust'],
    event: 'organisation.office_key_set',
    refuses: [
      KEYS_BUSY,
      'certificate-bound',
      'certificate-not-for-signing',
      'certificate-not-valid',
      'certificate-revoked',
      'certificate-weak',
      'office-key-password-wrong',
      'office-key-unread',
      'set-on-server',
    ],
  }),
  makeTrialKey: operation('POST', '/connections/signing-key/trial', {
    summary: 'Make a key for trials with which the office seals',
    description: 'Whoever checks a letter that it seals is told that it is no real one.',
    body: MakeTrialKey,
    answer: ConnectionChanged,
    confirmed: true,
    perMinute: 10,
    changes: ['connections', 'trust'],
    event: 'organisation.office_key_set',
    refuses: [KEYS_BUSY, 'certificate-bound', 'set-on-server'],
  }),
};
