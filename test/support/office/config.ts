import { join } from 'node:path';
import type { Config } from '@patravali/config';

/** An office that keeps everything in one folder and whose jobs nobody does. */
export function configOf(databaseUrl: string, dataFolder: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1',
    dataFolder,
    databaseUrl,
    demo: true,
    maxUploadBytes: 1_000_000,
    activePdfs: 'label',
    mail: { kind: 'folder', folder: join(dataFolder, 'mail'), returnTo: 'office+*@patravali.invalid' },
    jobsInProcess: false,
    secureCookies: false,
    backupDays: 4,
    sessionHours: 8,
    uploadsPerDay: 500,
    uploadBytesPerDay: 2_147_483_648,
    idleMinutes: 60,
    sessionsPerPerson: 10,
    trustedProxies: ['127.0.0.0/8', '::1'],
  };
}
