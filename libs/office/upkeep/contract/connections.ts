import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';

/** Those that administrators may set on the page. */
export const PAGE_CONNECTIONS = [
  'public-address',
  'mail',
  'mailbox',
  'troubles',
  'timestamp',
  'signing-key',
  'esign',
  'virus-scanner',
  'witness',
  'uploads',
] as const;
export type PageConnection = (typeof PAGE_CONNECTIONS)[number];

/**
 * What the office is connected with. `public-address`: what letters and mails call it; `mail`: the server by which it sends; `mailbox`: where what comes back is read; `troubles`: who is told
 * when something fails; `timestamp`: the authority that says when was signed; `signing-key`: the office's own key; `esign`: the service by
 * which officers sign; `virus-scanner`; `witness`: who signs the log elsewhere; `uploads`: how much one person uploads in a day; `documents`: where they are kept; `backup`.
 */
export const CONNECTIONS = [...PAGE_CONNECTIONS, 'documents', 'backup'] as const;
export type ConnectionName = (typeof CONNECTIONS)[number];

/** Those that can be tried. */
export const TESTED_CONNECTIONS = [
  'mail',
  'mailbox',
  'timestamp',
  'virus-scanner',
  'witness',
  'backup',
] as const satisfies readonly ConnectionName[];

export const SETTERS = ['server', 'page'] as const;

export const ConnectionView = z
  .object({
    connection: z.enum(CONNECTIONS),
    isSet: z.boolean(),
    /** Host or address that it leads to, without any secret; null where there is none to show. */
    place: z.string().nullable(),
    /** The settings of the server that say so, or could. */
    settings: z.array(z.string()),
    /** Who has said so: the server, which wins, or an administrator on the page. Null: nobody. */
    setBy: z.enum(SETTERS).nullable(),
    /** What was set on the page, without its secrets. */
    values: z.record(z.string(), z.string()),
    /** What was set on the page lies under a key that the data folder has no more: it is set anew, or the key brought back. */
    isClosed: z.boolean(),
  })
  .meta({ id: 'ConnectionView' });
export type ConnectionView = z.infer<typeof ConnectionView>;

export const Connections = z.object({ items: z.array(ConnectionView) }).meta({ id: 'Connections' });
export type Connections = z.infer<typeof Connections>;

export const TestConnection = z.strictObject({ connection: z.enum(TESTED_CONNECTIONS) }).meta({ id: 'TestConnection' });
export type TestConnection = z.infer<typeof TestConnection>;

export const CONNECTION_OUTCOMES = [
  'not-set',
  'no-own-address',
  'mail-sent',
  'mail-in-folder',
  'mail-not-sent',
  'stamped',
  'not-stamped',
  'backup-fresh',
  'backup-old',
  'backup-none',
  'mailbox-opened',
  'mailbox-not-opened',
  'scanner-answers',
  'scanner-away',
  'witness-signs',
  'witness-away',
] as const;
export type ConnectionOutcome = (typeof CONNECTION_OUTCOMES)[number];

export const ConnectionTested = z
  .object({
    works: z.boolean(),
    outcome: z.enum(CONNECTION_OUTCOMES),
    /** To whom the mail went, or what the other side said. */
    detail: z.string().nullable(),
    /** When it was stamped, or backed up last. */
    at: Instant.nullable(),
  })
  .meta({ id: 'ConnectionTested' });
export type ConnectionTested = z.infer<typeof ConnectionTested>;

export const connectionOperations = {
  listConnections: operation('GET', '/connections', {
    summary: 'Show what the office is connected with',
    answer: Connections,
    shows: ['connections'],
    refuses: ['not-allowed'],
  }),
  testConnection: operation('POST', '/connections/test', {
    summary: 'Try a connection of the office',
    description:
      'Changes nothing: sends a test mail to whoever asks, asks for a time stamp over bytes drawn by chance, looks into the mailbox, asks scanner or witness, or looks how old the last backup is.',
    body: TestConnection,
    answer: ConnectionTested,
    perMinute: 10,
    changes: [],
    refuses: ['signature-unavailable'],
  }),
};
