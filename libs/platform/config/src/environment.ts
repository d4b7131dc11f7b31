import { z } from 'zod';
import type { ProblemCode } from './configuration-error';
import { isNetwork } from './networks/is-network';

export type Environment = Readonly<Record<string, string | undefined>>;

const code = (problem: ProblemCode): ProblemCode => problem;

const number = (problem: ProblemCode, whole: boolean, least: number, most: number) =>
  z.coerce
    .number(code(problem))
    .refine((value) => (!whole || Number.isInteger(value)) && value >= least && value <= most, code(problem));

const onOff = z.enum(['on', 'off'], code('switch')).transform((value) => value === 'on');

/** An address that is only scheme, host and port. */
const origin = z
  .url({ protocol: /^https?$/, error: code('httpUrl') })
  .refine((value) => URL.canParse(value) && new URL(value).pathname === '/', code('httpUrl'));

/** Addresses and networks, by commas; the problem names the first that is neither. */
const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .superRefine((parts, context) => {
    const wrong = parts.find((part) => !isNetwork(part));
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: code('networks'), params: { value: wrong } });
  });

/** The variables as text; `load-config.ts` gives them meaning and the defaults that depend on others. */
export const EnvironmentVariables = z.object({
  PORT: number('port', true, 0, 65535).default(3000),
  PATRAVALI_HOST: z.string().default('127.0.0.1'),
  PATRAVALI_PUBLIC_URL: origin.optional(),
  PATRAVALI_DATA: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: code('databaseUrl') }).optional(),
  PATRAVALI_DEMO: z.enum(['on', 'small', 'off'], code('demo')).optional(),
  PATRAVALI_MAX_UPLOAD_MIB: number('mebibytes', true, 1, 2048).default(50),
  PATRAVALI_HISTORY_MIB: number('historyMebibytes', true, 0, 1024 * 1024).optional(),
  PATRAVALI_BACKUP_DAYS: number('days', true, 0, 365).default(4),
  PATRAVALI_ACTIVE_PDFS: z.enum(['label', 'refuse'], code('activePdfs')).default('label'),
  PATRAVALI_CLAMD: z
    .string()
    .regex(/^(tcp:\/\/([\w.-]+|\[[\da-f:]+\]):\d{1,5}|unix:\/\S+)$/, code('clamd'))
    .optional(),
  PATRAVALI_CLAMD_WHEN_AWAY: z.enum(['refuse', 'accept'], code('whenAway')).default('refuse'),
  PATRAVALI_PREPARED_STATEMENTS: onOff.default(true),
  PATRAVALI_JOBS_IN_PROCESS: onOff.default(true),
  PATRAVALI_SECURE_COOKIES: onOff.optional(),
  PATRAVALI_TRUSTED_PROXIES: networks.default(['127.0.0.0/8', '::1']),
  PATRAVALI_SESSION_HOURS: number('hours', false, 0.01, 720).default(12),
  PATRAVALI_IDLE_MINUTES: number('minutes', false, 0.05, 43_200).default(60),
  PATRAVALI_REQUESTS_PER_SECOND: number('requests', true, 0, 100_000).default(30),
  PATRAVALI_SESSIONS_PER_PERSON: number('sessions', true, 1, 1000).default(10),
  PATRAVALI_UPLOADS_PER_DAY: number('uploads', true, 1, 1_000_000).default(500),
  PATRAVALI_UPLOAD_MIB_PER_DAY: number('uploads', true, 1, 1_000_000).default(2048),
  PATRAVALI_CHILD_PROCESSES: number('childProcesses', true, 3, 256).optional(),
  PATRAVALI_CHILD_MEMORY_MIB: number('childMemory', true, 512, 1024 * 1024).optional(),
  S3_ENDPOINT: origin.optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, code('bucket'))
    .optional(),
  S3_REGION: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: code('smtpUrl') }).optional(),
  IMAP_URL: z.url({ protocol: /^imaps?$/, error: code('imapUrl') }).optional(),
  MAIL_RETURN: z
    .string()
    .regex(/^(?=[^@]{1,45}@)[^<>@\s*]*\*[^<>@\s*]*@[^<>@\s*]+$/, code('returnAddress'))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, code('sender'))
    .optional(),
  PATRAVALI_TROUBLE_MAIL: z
    .string()
    .regex(/^[^<>\s@]+@[^<>\s@]+$/, code('address'))
    .optional(),
  PATRAVALI_METRICS_TOKEN: z
    .string()
    .regex(/^[\w-]{20,200}$/, code('token'))
    .optional(),
  PATRAVALI_SIGNING_P12: z.string().optional(),
  PATRAVALI_SIGNING_PASSWORD: z.string().optional(),
  PATRAVALI_TIMESTAMP_URL: z.url({ protocol: /^https?$/, error: code('httpUrl') }).optional(),
  PATRAVALI_REVOCATION_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .optional(),
  PATRAVALI_INNER_NETWORKS: networks.optional(),
  PATRAVALI_ESIGN_URL: z.url({ protocol: /^https?$/, error: code('httpUrl') }).optional(),
  PATRAVALI_ESIGN_ASP_ID: z.string().optional(),
  PATRAVALI_ESIGN_CERTIFICATE: z.string().optional(),
  PATRAVALI_WITNESS: origin.optional(),
  PATRAVALI_WITNESS_KEY: z
    .string()
    .regex(/^[^\s+]+\+[\da-f]{8}\+B[A-P][A-Za-z0-9+/]{42}$/, code('witnessKey'))
    .optional(),
});

export type EnvironmentVariables = z.infer<typeof EnvironmentVariables>;

/** Groups that are set together or not at all. */
export const TOGETHER = [
  ['S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_BUCKET', 'S3_REGION'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['PATRAVALI_SIGNING_P12', 'PATRAVALI_SIGNING_PASSWORD'],
  ['PATRAVALI_WITNESS', 'PATRAVALI_WITNESS_KEY'],
  ['PATRAVALI_ESIGN_URL', 'PATRAVALI_ESIGN_ASP_ID', 'PATRAVALI_ESIGN_CERTIFICATE'],
] as const satisfies readonly (readonly (keyof EnvironmentVariables)[])[];
