import type { Config } from '@patravali/config';
import { FolderObjectStore } from './stores/folder-object-store';
import type { ObjectStore } from './objects/object-store';
import { S3ObjectStore } from './stores/s3-object-store';

/** The store the office is configured for: the bucket when S3 is set, else the data folder. Accesses neither yet. */
export function openObjectStore({ s3, dataFolder }: Pick<Config, 's3' | 'dataFolder'>): ObjectStore {
  return s3 ? new S3ObjectStore(s3) : new FolderObjectStore(dataFolder);
}
