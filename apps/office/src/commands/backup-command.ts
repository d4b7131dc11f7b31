import { resolve } from 'node:path';
import { openObjectStore } from '@patravali/storage';
import { BackupFolder } from '../backup/backup-folder';
import { copyDocuments } from '../backup/copy-documents';
import { dumpRows } from '../backup/dump-rows';
import { MANIFEST_FORMAT } from '../backup/manifest';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { withDatabase } from './opening/with-database';

/**
 * `npm run office -- backup FOLDER`: while the office works. The rows first: a document is stored before a row names it
 * and never changes, so that the documents read afterwards are all that the rows name.
 */
export async function backup([path]: readonly string[]): Promise<void> {
  if (!path) throw new LauncherRefusal('usage');
  const folder = new BackupFolder(resolve(path));
  await folder.begin();
  await withDatabase(async (config) => {
    const { manifest, documents } = await dumpRows(config.databaseUrl, folder.unfinished);
    const { copied, damaged } = await copyDocuments(
      openObjectStore(config),
      folder.objects,
      documents,
      folder.unfinished,
    );
    const bytes = documents.reduce((sum, { size }) => sum + size, 0);
    await folder.finish({ format: MANIFEST_FORMAT, ...manifest, documents: { count: documents.length, bytes } });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const counts = { rows, documents: documents.length, copied };
    console.log(sentence('backedUp', { folder: folder.path, time: manifest.takenAt, ...counts }));
    if (damaged.length === 0) return;
    throw new LauncherRefusal('documentsDamaged', { count: damaged.length, list: damaged.join('\n') });
  });
}
