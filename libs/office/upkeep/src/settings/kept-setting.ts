import {
  BYTES_PER_MIB,
  type Config,
  type ESignConfig,
  type MailConfig,
  type OfficeKeyConfig,
  type PageSettings,
} from '@patravali/config';
import { CONNECTION_FIELDS, type PageConnection, SECRET_FIELDS, type SettableConnection } from '@patravali/contract';
import { z } from 'zod';

const OfficeKeyFields = z.strictObject({
  p12: z.string(),
  password: z.string(),
  certificates: z.array(z.string()),
  isTrial: z.boolean(),
});
type OfficeKeyFields = z.infer<typeof OfficeKeyFields>;

/** What is kept of each, once it is opened. */
export type KeptFields = {
  readonly [Name in SettableConnection]: z.infer<(typeof CONNECTION_FIELDS)[Name]>;
} & { readonly 'signing-key': OfficeKeyFields };
export type Kept = Partial<KeptFields>;

const FIELDS: Readonly<Record<PageConnection, z.ZodType>> = { ...CONNECTION_FIELDS, 'signing-key': OfficeKeyFields };

/** @returns null when it is none of what this version keeps. */
export function readKept(connection: PageConnection, text: string): Kept | null {
  const { data, success } = FIELDS[connection].safeParse(JSON.parse(text));
  return success ? { [connection]: data } : null;
}

/** What of it may be shown again. */
export function shownOf(kept: Kept, connection: PageConnection): Record<string, string> {
  if (connection === 'signing-key') return kept['signing-key'] ? { trial: String(kept['signing-key'].isTrial) } : {};
  const fields: object = kept[connection] ?? {};
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => !SECRET_FIELDS.includes(name) && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
}

export const keptKey = (key: OfficeKeyConfig, isTrial: boolean): OfficeKeyFields => ({
  p12: asText(key.p12),
  password: key.password,
  certificates: key.certificates.map(asText),
  isTrial,
});

/** The same as the configuration has it. */
export function pageSettings(kept: Kept, told: Config): PageSettings {
  const outside = told.innerNetworks ? { innerNetworks: told.innerNetworks } : {};
  const { mail, mailbox, troubles, timestamp, esign, witness, uploads } = kept;
  const [scanner, key, address] = [kept['virus-scanner'], kept['signing-key'], kept['public-address']];
  return {
    mail: mailOf(mail, mailbox, told),
    ...(troubles && { troubleMail: troubles.address }),
    ...(timestamp && { timestamp: { url: withUser(timestamp), ...outside } }),
    ...(esign && { eSign: eSignOf(esign) }),
    ...(witness && { witness: { url: witness.url.replace(/\/$/, ''), key: witness.key, ...outside } }),
    ...(scanner && {
      virusScanner: { address: { host: scanner.host, port: scanner.port }, whenAway: scanner.whenAway },
    }),
    ...(key && { officeKey: { ...key, p12: asBytes(key.p12), certificates: key.certificates.map(asBytes) } }),
    ...(uploads && { uploadsPerDay: uploads.perDay, uploadBytesPerDay: uploads.mebibytes * BYTES_PER_MIB }),
    ...(address && { publicUrl: address.url.replace(/\/$/, '') }),
  };
}

/** A mailbox alone says where what a mail server of the environment returned is read. */
function mailOf(mail: Kept['mail'], mailbox: Kept['mailbox'], told: Config): MailConfig {
  const server = mail ? smtpOf(mail) : told.mail.kind === 'smtp' ? told.mail : null;
  if (!server) return { kind: 'none' };
  const { innerNetworks } = told;
  const reports = mailbox && { reports: imapOf(mailbox), returnTo: mailbox.returnTo };
  return { kind: 'smtp', url: server.url, from: server.from, ...reports, ...(innerNetworks && { innerNetworks }) };
}

function smtpOf({ host, port, security, user, password, sender }: KeptFields['mail']) {
  const url = new URL(`${security === 'tls' ? 'smtps' : 'smtp'}://${inUrl(host)}:${port}`);
  if (user !== null) url.username = encodeURIComponent(user);
  if (password !== null) url.password = encodeURIComponent(password);
  if (security === 'starttls') url.searchParams.set('requireTLS', 'true');
  return { url: url.href, from: sender };
}

function imapOf({ host, port, security, user, password }: KeptFields['mailbox']): string {
  const url = new URL(`${security === 'tls' ? 'imaps' : 'imap'}://${inUrl(host)}:${port}/INBOX`);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.href;
}

function withUser({ url: address, user, password }: KeptFields['timestamp']): string {
  const url = new URL(address);
  if (user !== null) url.username = encodeURIComponent(user);
  if (password !== null) url.password = encodeURIComponent(password);
  return url.href;
}

const eSignOf = ({ url, aspId, certificate }: KeptFields['esign']): ESignConfig => ({
  url,
  aspId,
  certificatePem: certificate,
});

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const asBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
