import type { PostgresMajor } from './binaries';

export type PostgresSettings = Readonly<Record<string, string | number>>;

/** A database for one small office on a small machine: reachable from this machine only, modest in memory. */
const SMALL_OFFICE: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 40,
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // Two thirds of what a forward writes are images of pages.
  wal_compression: 'on',
  max_worker_processes: 2,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  autovacuum_max_workers: 2,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A row that breaks a rule is not told in the log: what it holds is the record's.
  log_error_verbosity: 'terse',
  max_logical_replication_workers: 0,
};

/** The text of the settings file, written again at each start. */
export function settingsText(port: number, major: PostgresMajor, further: PostgresSettings = {}): string {
  /** A database of this size does not need three more I/O processes. */
  const ofMajor: PostgresSettings = major >= 18 ? { io_method: 'sync' } : {};
  return Object.entries({ ...SMALL_OFFICE, ...ofMajor, ...further, port })
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('');
}

/** By a library that comes with the server: a shell command would differ from system to system. */
export function archiving(folder: string | undefined): PostgresSettings {
  if (!folder) return {};
  return { archive_mode: 'on', archive_library: 'basic_archive', 'basic_archive.archive_directory': folder };
}
