import { Inject, Injectable } from '@nestjs/common';
import { projection, select } from '@patravali/database';
import { postMarking } from '@patravali/organisation';
import {
  type Digest,
  digestOfStream,
  OBJECT_STORE,
  ObjectMissing,
  type ObjectStore,
  toSha256,
} from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DOCUMENT_PLACE, DocumentUses } from '../document/document-uses';
import { NAMED_BYTES } from '../document/stored-bytes';
import { namedHashes } from './named-hashes';
import { OtherObjects } from './other-objects';
import { type Agreement, StoreGeneration } from './store-generation';
import { batchesOf, SWEEP_GRACE } from './sweep';

const ROWS_AT_ONCE = 200;

const Held = z.object({ sha256: z.string(), size: z.int() });
const CalledDocument = projection(
  z.object({ fileName: z.string(), uploadedBy: z.string(), places: z.array(DOCUMENT_PLACE) }),
  { fileName: 'd.file_name', uploadedBy: postMarking('d.uploaded_by_post_id'), places: 'places' },
);
/** A document as a clerk knows it: its file name, and the receipts, files and letters that it belongs to. */
export type CalledDocument = z.output<typeof CalledDocument.row>;

/** Bytes that documents need, and that the store does not have. */
export interface Lack {
  readonly kind: 'missing' | 'damaged';
  readonly sha256: string;
  readonly documents: readonly CalledDocument[];
  /** The right bytes were set aside by a sweep, and were brought back if that was wished. */
  readonly setAside: boolean;
}

export interface StoreReport {
  readonly agreement: Agreement;
  /** Different contents that documents name; all of them were read. */
  readonly read: number;
  readonly missing: number;
  readonly damaged: number;
  readonly broughtBack: number;
  /** Objects older than a day that no row names. */
  readonly superfluous: number;
  readonly superfluousBytes: number;
  readonly setAside: number;
}

export interface CheckOptions {
  /** Puts back what was set aside although a document names it. */
  readonly bringBack: boolean;
  readonly onLack: (lack: Lack) => void;
}

/** Reads everything that documents name, whatever the store, and holds it against the rows. Keeps nothing in memory. */
@Injectable()
export class CheckStore {
  constructor(
    private readonly database: EntityManager,
    private readonly uses: DocumentUses,
    private readonly others: OtherObjects,
    private readonly generation: StoreGeneration,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async execute({ bringBack, onLack }: CheckOptions): Promise<StoreReport> {
    const counts = { read: 0, missing: 0, damaged: 0, broughtBack: 0 };
    for await (const held of this.heldByRows()) {
      counts.read++;
      const kind = await this.lackOf(held);
      if (!kind) continue;
      const setAside = await this.isSetAside(held, bringBack);
      const documents = await this.documentsOf(held.sha256);
      // Deleted since it was listed.
      if (documents.length === 0) continue;
      if (setAside && bringBack) counts.broughtBack++;
      else counts[kind]++;
      onLack({ kind, sha256: held.sha256, documents, setAside });
    }
    return { ...counts, ...(await this.superfluous()), agreement: await this.generation.agreement() };
  }

  /** Each content once, in the order of the hashes. */
  private async *heldByRows(): AsyncIterable<Digest> {
    for (let after = ''; ;) {
      const rows = await select(
        this.database,
        Held,
        `SELECT sha256, max(size) AS size FROM ${NAMED_BYTES} WHERE sha256 > $1
         GROUP BY sha256 ORDER BY sha256 LIMIT ${ROWS_AT_ONCE}`,
        [after],
      );
      for (const { sha256, size } of rows) yield { sha256: toSha256(sha256), size };
      const last = rows.at(-1);
      if (!last) return;
      after = last.sha256;
    }
  }

  private async lackOf({ sha256, size }: Digest): Promise<'missing' | 'damaged' | null> {
    try {
      const found = await digestOfStream(await this.store.get(sha256));
      return found.sha256 === sha256 && found.size === size ? null : 'damaged';
    } catch (error) {
      if (error instanceof ObjectMissing) return 'missing';
      throw error;
    }
  }

  private async isSetAside(held: Digest, bringBack: boolean): Promise<boolean> {
    return bringBack ? await this.store.bringBack(held) : await this.store.hasSetAside(held.sha256);
  }

  private async documentsOf(sha256: string): Promise<CalledDocument[]> {
    return await select(
      this.database,
      CalledDocument.row,
      `SELECT ${CalledDocument.columns} FROM document d CROSS JOIN LATERAL (SELECT ${this.uses.places()} AS places) placed
       WHERE d.sha256 = $1 OR d.id IN (SELECT document_id FROM document_picture WHERE sha256 = $1)
       ORDER BY d.uploaded_at`,
      [sha256],
    );
  }

  private async superfluous() {
    const before = new Date(Date.now() - SWEEP_GRACE);
    let [superfluous, superfluousBytes, setAside] = [0, 0, 0];
    for await (const batch of batchesOf(this.store.list())) {
      const old = batch.filter(({ storedAt }) => storedAt < before);
      const named = await namedHashes(
        this.database,
        this.others,
        old.map(({ sha256 }) => sha256),
      );
      for (const { sha256, size } of old) {
        if (named.has(sha256)) continue;
        superfluous++;
        superfluousBytes += size;
      }
    }
    for await (const batch of batchesOf(this.store.listSetAside())) setAside += batch.length;
    return { superfluous, superfluousBytes, setAside };
  }
}
