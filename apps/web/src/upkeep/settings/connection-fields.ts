import { MAIL_SECURITY, type SettableConnection } from '@patravali/contract';

interface Shown {
  /** How it is written; of what is not obvious. */
  readonly example?: string;
  /** Left empty it is not sent. */
  readonly optional?: true;
}

export type ConnectionField = Shown &
  (
    | {
        readonly name: 'host' | 'url' | 'user' | 'sender' | 'address' | 'key' | 'aspId' | 'returnTo';
        readonly kind: 'text';
      }
    | { readonly name: 'port' | 'perDay' | 'mebibytes'; readonly kind: 'number' }
    | { readonly name: 'password'; readonly kind: 'secret' }
    | { readonly name: 'certificate'; readonly kind: 'lines' }
    | { readonly name: 'security' | 'whenAway'; readonly kind: 'choice'; readonly of: readonly Choice[] }
  );

export type Choice = (typeof MAIL_SECURITY)[number] | 'refuse' | 'accept';

const HOST = { name: 'host', kind: 'text' } as const;
const USER = { name: 'user', kind: 'text', optional: true } as const;
const PASSWORD = { name: 'password', kind: 'secret', optional: true } as const;
const port = (example: string) => ({ name: 'port', kind: 'number', example }) as const;
const url = (example: string) => ({ name: 'url', kind: 'text', example }) as const;

/** What is asked of each, in the order in which it is typed. */
export const CONNECTION_FIELDS_SHOWN: Readonly<Record<SettableConnection, readonly ConnectionField[]>> = {
  'public-address': [url('https://office.example.gov.in')],
  mail: [
    { ...HOST, example: 'smtp.example.gov.in' },
    { name: 'security', kind: 'choice', of: MAIL_SECURITY },
    port('465, 587'),
    USER,
    PASSWORD,
    { name: 'sender', kind: 'text', example: 'Tehsil Sagri <sagri@example.gov.in>' },
  ],
  mailbox: [
    { ...HOST, example: 'imap.example.gov.in' },
    { name: 'security', kind: 'choice', of: ['tls', 'starttls'] },
    port('993, 143'),
    { name: 'user', kind: 'text' },
    { name: 'password', kind: 'secret' },
    { name: 'returnTo', kind: 'text', example: 'sagri+*@example.gov.in' },
  ],
  troubles: [{ name: 'address', kind: 'text', example: 'admin@example.gov.in' }],
  timestamp: [url('https://tsa.example.gov.in/tsa'), USER, PASSWORD],
  esign: [
    url('https://esign.example.in/2.1/form/signdoc'),
    { name: 'aspId', kind: 'text' },
    { name: 'certificate', kind: 'lines', example: '-----BEGIN CERTIFICATE-----' },
  ],
  'virus-scanner': [
    { ...HOST, example: '10.1.2.3' },
    port('3310'),
    { name: 'whenAway', kind: 'choice', of: ['refuse', 'accept'] },
  ],
  uploads: [
    { name: 'perDay', kind: 'number', example: '500' },
    { name: 'mebibytes', kind: 'number', example: '2048' },
  ],
  witness: [
    url('https://witness.example.in:3020'),
    { name: 'key', kind: 'text', example: 'witness.example.in/witness+1a2b3c4d+B…' },
  ],
};
