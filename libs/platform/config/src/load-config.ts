import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type {
  ChildrenConfig,
  Config,
  LauncherConfig,
  MailConfig,
  OutsideConfig,
  S3Config,
  SigningConfig,
} from './config';
import { ConfigurationError, type Problem, type ProblemCode } from './configuration-error';
import { type Environment, EnvironmentVariables, TOGETHER } from './environment';
import { languageOf } from './language';

export const BYTES_PER_MIB = 1024 * 1024;
const HISTORY_MIB = 2048;
/** With the `*` in place of a key of twenty letters: before the `@` a mail server takes 64. */
const LONGEST_BEFORE_AT = 45;

/**
 * The configuration of a process that serves the office.
 * @throws ConfigurationError naming every mistake; a missing DATABASE_URL is one.
 */
export function loadConfig(env: Environment): Config {
  return load(env, { needsDatabase: true }) as Config;
}

/** What has a default, and is set on the page where the server is told none of it. */
const UPLOADS = ['PATRAVALI_UPLOADS_PER_DAY', 'PATRAVALI_UPLOAD_MIB_PER_DAY'] as const;

/**
 * The configuration of the launcher, which starts a database of its own when DATABASE_URL is not set.
 * @throws ConfigurationError naming every mistake.
 */
export function loadLauncherConfig(env: Environment): LauncherConfig {
  return load(env, { needsDatabase: false });
}

function load(env: Environment, { needsDatabase }: { needsDatabase: boolean }): LauncherConfig {
  const given = withoutEmpty(env);
  const parsed = EnvironmentVariables.safeParse(given);
  const problems: Problem[] = parsed.success ? [] : parsed.error.issues.map(problemOf);
  problems.push(...incompleteGroups(given));
  if (needsDatabase && given.DATABASE_URL === undefined) problems.push({ name: 'DATABASE_URL', code: 'required' });
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems, languageOf(env));
  const isTold = UPLOADS.some((name) => given[name] !== undefined);
  return { ...configOf(parsed.data), ...(isTold ? { uploadsAreTold: true } : {}) };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const value: unknown = issue.code === 'custom' ? issue.params?.value : undefined;
  const problem = { name: String(issue.path[0]), code: issue.message as ProblemCode };
  return typeof value === 'string' ? { ...problem, value } : problem;
}

/** An empty variable counts as not set: that is how compose files and shells spell "none". */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function incompleteGroups(env: Environment): Problem[] {
  return TOGETHER.flatMap((names): Problem[] => {
    const missing = names.filter((name) => env[name] === undefined);
    return missing.length === names.length ? [] : missing.map((name): Problem => ({ name, code: 'together', names }));
  }).concat(reportsWithoutMail(env), tooLongToReturn(env), troublesWithoutMail(env));
}

/** A demo keeps its mails in a folder. */
function troublesWithoutMail({
  PATRAVALI_TROUBLE_MAIL,
  SMTP_URL,
  PATRAVALI_DEMO,
  DATABASE_URL,
}: Environment): Problem[] {
  const isDemo = PATRAVALI_DEMO === undefined ? DATABASE_URL === undefined : PATRAVALI_DEMO !== 'off';
  if (PATRAVALI_TROUBLE_MAIL === undefined || SMTP_URL !== undefined || isDemo) return [];
  return [{ name: 'SMTP_URL', code: 'together', names: ['PATRAVALI_TROUBLE_MAIL', 'SMTP_URL'] }];
}

/** Reports are of mails that left by the mail server. */
function reportsWithoutMail({ IMAP_URL, SMTP_URL }: Environment): Problem[] {
  if (IMAP_URL === undefined || SMTP_URL !== undefined) return [];
  return [{ name: 'SMTP_URL', code: 'together', names: ['IMAP_URL', 'SMTP_URL'] }];
}

/** With a key in it the address of the sender would be longer than a mail server takes: then another must be named. */
function tooLongToReturn({ IMAP_URL, MAIL_FROM, MAIL_RETURN }: Environment): Problem[] {
  if (IMAP_URL === undefined || MAIL_FROM === undefined || MAIL_RETURN !== undefined) return [];
  const isShort = withKey(MAIL_FROM).indexOf('@') <= LONGEST_BEFORE_AT;
  return isShort ? [] : [{ name: 'MAIL_RETURN', code: 'returnAddress' }];
}

function configOf(variables: EnvironmentVariables): LauncherConfig {
  const dataFolder = resolve(variables.PATRAVALI_DATA);
  const size = variables.PATRAVALI_DEMO ?? (variables.DATABASE_URL === undefined ? 'on' : 'off');
  const demo = size !== 'off';
  const publicUrl = (variables.PATRAVALI_PUBLIC_URL ?? `http://127.0.0.1:${variables.PORT}`).replace(/\/$/, '');
  const s3 = s3Of(variables);
  const signing = signingOf(variables);
  return {
    port: variables.PORT,
    host: variables.PATRAVALI_HOST,
    publicUrl,
    publicUrlIsTold: variables.PATRAVALI_PUBLIC_URL !== undefined,
    ...outsideOf(variables),
    dataFolder,
    demo,
    ...(size === 'small' ? { smallDemo: true } : {}),
    historyBytes: (variables.PATRAVALI_HISTORY_MIB ?? (demo ? 0 : HISTORY_MIB)) * BYTES_PER_MIB,
    maxUploadBytes: variables.PATRAVALI_MAX_UPLOAD_MIB * BYTES_PER_MIB,
    activePdfs: variables.PATRAVALI_ACTIVE_PDFS,
    mail: mailOf(variables, dataFolder, demo),
    preparedStatements: variables.PATRAVALI_PREPARED_STATEMENTS,
    jobsInProcess: variables.PATRAVALI_JOBS_IN_PROCESS,
    secureCookies: variables.PATRAVALI_SECURE_COOKIES ?? publicUrl.startsWith('https:'),
    trustedProxies: variables.PATRAVALI_TRUSTED_PROXIES,
    backupDays: variables.PATRAVALI_BACKUP_DAYS,
    sessionHours: variables.PATRAVALI_SESSION_HOURS,
    uploadsPerDay: variables.PATRAVALI_UPLOADS_PER_DAY,
    uploadBytesPerDay: variables.PATRAVALI_UPLOAD_MIB_PER_DAY * BYTES_PER_MIB,
    children: childrenOf(variables),
    idleMinutes: variables.PATRAVALI_IDLE_MINUTES,
    sessionsPerPerson: variables.PATRAVALI_SESSIONS_PER_PERSON,
    ...paceOf(variables),
    ...(variables.DATABASE_URL === undefined ? {} : { databaseUrl: variables.DATABASE_URL }),
    ...(s3 ? { s3 } : {}),
    ...(signing ? { signing } : {}),
    ...watchedBy(variables),
    ...virusScannerOf(variables),
    ...timestampOf(variables),
    ...eSignOf(variables),
    ...witnessOf(variables),
  };
}

function s3Of(variables: EnvironmentVariables): S3Config | undefined {
  const { S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_BUCKET, S3_REGION } = variables;
  if (!S3_ENDPOINT || !S3_ACCESS_KEY || !S3_SECRET_KEY || !S3_BUCKET || !S3_REGION) return undefined;
  const { hostname, port, protocol } = new URL(S3_ENDPOINT);
  return {
    endpoint: hostname,
    useSSL: protocol === 'https:',
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
    bucket: S3_BUCKET,
    region: S3_REGION,
    ...(port ? { port: Number(port) } : {}),
  };
}

function mailOf(variables: EnvironmentVariables, dataFolder: string, demo: boolean): MailConfig {
  const { SMTP_URL, MAIL_FROM, MAIL_RETURN, IMAP_URL } = variables;
  if (SMTP_URL && MAIL_FROM) {
    const returned = IMAP_URL ? { reports: IMAP_URL, returnTo: MAIL_RETURN ?? withKey(MAIL_FROM) } : {};
    return { kind: 'smtp', url: SMTP_URL, from: MAIL_FROM, ...returned, ...outsideOf(variables) };
  }
  const returnTo = withKey('office@patravali.invalid');
  return demo ? { kind: 'folder', folder: join(dataFolder, 'mail'), returnTo } : { kind: 'none' };
}

/** `office+*@example.in`: most mail servers put what comes for such an address into the mailbox of what stands before the `+`. */
function withKey(sender: string): string {
  const address = sender.slice(sender.indexOf('<') + 1).replace('>', '');
  return address.replace('@', '+*@');
}

function watchedBy({
  PATRAVALI_TROUBLE_MAIL: troubleMail,
  PATRAVALI_METRICS_TOKEN: metricsToken,
}: EnvironmentVariables) {
  return { ...(troubleMail ? { troubleMail } : {}), ...(metricsToken ? { metricsToken } : {}) };
}

function paceOf({ PATRAVALI_REQUESTS_PER_SECOND: requestsPerSecond }: EnvironmentVariables) {
  return requestsPerSecond > 0 ? { requestsPerSecond } : {};
}

function virusScannerOf({ PATRAVALI_CLAMD, PATRAVALI_CLAMD_WHEN_AWAY }: EnvironmentVariables) {
  if (PATRAVALI_CLAMD === undefined) return {};
  const path = /^unix:(.+)$/.exec(PATRAVALI_CLAMD)?.[1];
  const { hostname, port } = new URL(PATRAVALI_CLAMD);
  const address = path === undefined ? { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) } : { path };
  return { virusScanner: { address, whenAway: PATRAVALI_CLAMD_WHEN_AWAY } };
}

function timestampOf(variables: EnvironmentVariables) {
  const { PATRAVALI_TIMESTAMP_URL: url, PATRAVALI_REVOCATION_HOSTS: hosts } = variables;
  if (url === undefined) return {};
  return { timestamp: { url, ...(hosts ? { revocationHosts: hosts } : {}), ...outsideOf(variables) } };
}

function eSignOf(variables: EnvironmentVariables) {
  const { PATRAVALI_ESIGN_URL: url, PATRAVALI_ESIGN_ASP_ID: aspId } = variables;
  const { PATRAVALI_ESIGN_CERTIFICATE: certificate } = variables;
  if (!url || !aspId || !certificate) return {};
  return { eSign: { url, aspId, certificatePath: resolve(certificate) } };
}

/** What is not said follows from the machine. */
function childrenOf(variables: EnvironmentVariables): ChildrenConfig {
  const { PATRAVALI_CHILD_PROCESSES: processes, PATRAVALI_CHILD_MEMORY_MIB: megabytes } = variables;
  return { ...(processes === undefined ? {} : { processes }), ...(megabytes === undefined ? {} : { megabytes }) };
}

function witnessOf(variables: EnvironmentVariables) {
  const { PATRAVALI_WITNESS: url, PATRAVALI_WITNESS_KEY: key } = variables;
  if (url === undefined || key === undefined) return {};
  return { witness: { url: url.replace(/\/$/, ''), key, ...outsideOf(variables) } };
}

function outsideOf({ PATRAVALI_INNER_NETWORKS: innerNetworks }: EnvironmentVariables): OutsideConfig {
  return innerNetworks ? { innerNetworks } : {};
}

function signingOf(variables: EnvironmentVariables): SigningConfig | undefined {
  const { PATRAVALI_SIGNING_P12, PATRAVALI_SIGNING_PASSWORD } = variables;
  if (!PATRAVALI_SIGNING_P12 || !PATRAVALI_SIGNING_PASSWORD) return undefined;
  return { p12Path: resolve(PATRAVALI_SIGNING_P12), password: PATRAVALI_SIGNING_PASSWORD };
}
