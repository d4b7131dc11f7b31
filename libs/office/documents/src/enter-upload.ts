import type { Actor } from '@patravali/authorization';
import type { DocumentView } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { canonicalHash } from '@patravali/ledger';
import { countUpload, type Quota } from './daily-upload-quota';
import { addDocument, type NewDocument } from './document/add-document';
import type { PdfFacts } from './inspection';
import { addPictures, type NewPicture } from './pictures/add-pictures';
import { wantText } from './recognition';
import type { VirusScan } from './virus-scan/scan-for-viruses';

export interface NewUpload extends NewDocument {
  /** Of which it was made, in the order of its pages. */
  readonly pictures?: readonly NewPicture[];
  /** Its text is wanted at once; what of it was read with the inspection. */
  readonly toDiarise: boolean;
  readonly text?: PdfFacts['text'];
  readonly virusScan?: VirusScan | undefined;
  /** Undefined when this program has made it itself: it counts for nobody. */
  readonly quota?: Quota | undefined;
}

/** Names the bytes of an upload that are stored already. */
export async function enterUpload(tx: Transaction, actor: Actor, upload: NewUpload): Promise<DocumentView> {
  const { sha256, size, pages, fileName, active = [], pictures = [], toDiarise, text, virusScan, quota } = upload;
  if (quota) await countUpload(tx, actor, size, quota);
  const document = await addDocument(tx, actor, upload);
  if (pictures.length > 0) await addPictures(tx, actor.organisationId, document.id, pictures);
  if (toDiarise) await wantText(tx, actor.organisationId, document.id, text);
  await tx.record('document.uploaded', document.id, {
    contentHash: sha256,
    data: {
      size,
      pages,
      fileName,
      ...(pictures.length > 0 ? { pictures: pictures.length } : {}),
      ...(active.length > 0 ? { active } : {}),
      ...(virusScan ? { virusScan } : {}),
    },
  });
  return { ...document, fromPictures: pictures.length > 0 };
}

/** The body of an upload is known by its hashes, and only when it has come. */
export function repeatable(
  actor: Actor,
  idempotencyKey: string | undefined,
  request: { readonly operation: 'uploadDocument' | 'uploadPictures' } & Readonly<Record<string, unknown>>,
): Actor {
  if (idempotencyKey === undefined) return actor;
  const requestHash = canonicalHash({ ...request, postId: actor.postId });
  return { ...actor, idempotency: { key: idempotencyKey, requestHash } };
}
