import type { Transaction } from '@patravali/database';
import type { Digest } from '@patravali/storage';
import type { PictureFormat } from './picture-result';

/** A picture that is stored already. */
export interface NewPicture extends Digest {
  readonly format: PictureFormat;
  readonly fileName: string;
}

/** In the order of the pages. */
export async function addPictures(
  tx: Transaction,
  organisationId: string,
  documentId: string,
  pictures: readonly NewPicture[],
): Promise<void> {
  const rows = pictures.map(({ sha256, size, format, fileName }, index) => {
    return { page: index + 1, sha256, size, format, fileName };
  });
  await tx.execute(
    `INSERT INTO document_picture (document_id, page, organisation_id, sha256, size, format, file_name)
     SELECT $1, page, $2, sha256, size, format, "fileName"
     FROM jsonb_to_recordset($3::jsonb) AS p (page int, sha256 text, size bigint, format text, "fileName" text)`,
    [documentId, organisationId, JSON.stringify(rows)],
  );
}
