import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { onBehalfOf } from '@patravali/child-process';
import { CONFIG, type Config } from '@patravali/config';
import type { OriginalView } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { type Attempt, type Transaction, Transactions } from '@patravali/database';
import {
  addDocument,
  blackenDocument,
  DocumentBytes,
  inspectPdf,
  newSpoolPlace,
  type NewDocument,
  spoolFolder,
} from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { FileViewQuery } from '@patravali/files';
import { FindPerson } from '@patravali/identity';
import { messagesOf } from '@patravali/messages';
import { isPassing } from '@patravali/operations';
import { informationOfficers } from '@patravali/organisation';
import { digestOfStream, OBJECT_STORE, type ObjectStore, toSha256 } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { OfficeName } from '../note-sheet/office-name';
import { generatedBy, WHOLE } from '../note-sheet/printing';
import { readerOf } from '../whole-file/reader-of';
import { leftOutInShort } from './left-out';
import { ListOriginals } from './list-originals';
import type { MakeRedactionJob } from './make-redaction-queue';
import { pagesToBlacken } from './pages-to-blacken';
import { redactionPages } from './redaction-pages';
import { Redaction, type RedactionFailure } from './redaction.entity';

/** The first pages of the stamps: the mark of the copy and its foot. The numbers of its pages follow. */
const [MARK, FOOT, FIRST_NUMBER] = [0, 1, 2];
/** How often the row is told how far it is, in milliseconds. */
const TOLD_EVERY_MS = 1000;
const LETTER = 'letter.pdf';
const PICTURES = 'pictures.pdf';

/** What there is to copy. */
interface ToCopy {
  readonly original: OriginalView;
  readonly fileNumber: string;
}

/** Makes the copy in the name of whoever asked for it: pictures of the pages, with the passages black, behind a page that names them. */
@Injectable()
export class MakeRedaction {
  private readonly logger = new Logger(MakeRedaction.name);

  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly findPerson: FindPerson,
    private readonly files: FileViewQuery,
    private readonly originals: ListOriginals,
    private readonly bytes: DocumentBytes,
    private readonly officeName: OfficeName,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /** May run twice, and in several processes at once: the first that is done counts. */
  async execute({ organisationId, id }: MakeRedactionJob, { last }: Attempt): Promise<void> {
    const redaction = await this.database.findOneBy(Redaction, { organisationId, id, state: 'waiting' });
    if (!redaction) return;
    try {
      const { signal } = new AbortController();
      const asker = { person: redaction.askedByUserId, operation: 'redactDocument', signal };
      await onBehalfOf(asker, () => this.make(redaction));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') return;
      this.logger.warn(`a copy was not made: ${String(error)}`);
      if (isPassing(error) && !last) throw error;
      await this.fail(redaction, error);
    }
  }

  private async make(redaction: Redaction): Promise<void> {
    const { organisationId, askedByUserId: userId, askedByPostId: postId } = redaction;
    const actor = await readerOf(this.findPerson, { organisationId, userId, postId });
    const toCopy = await this.find(actor, redaction);
    const place = await newSpoolPlace(spoolFolder(this.config.dataFolder), 'blackening');
    try {
      await mkdir(place.path, { mode: 0o700 });
      await this.blacken(redaction, toCopy, place.path);
      const path = await this.bind(actor, redaction, toCopy, place.path);
      const { pages, hasText } = await inspectPdf(path);
      const digest = await digestOfStream(createReadStream(path));
      await this.store.take({ ...digest, path });
      const fileName = nameOf(toCopy, redaction);
      const { original } = toCopy;
      await this.transactions.run(actor, (tx) =>
        enter(tx, { actor, redaction, original }, { ...digest, pages, hasText, fileName }),
      );
    } finally {
      await place.dispose();
    }
  }

  /** @throws Refusal `not-found` when it has been taken off the file, or the asker may read the file no longer. */
  private async find(actor: Actor, { fileId, documentId }: Redaction): Promise<ToCopy> {
    const [file, { items }] = await Promise.all([
      this.files.execute(actor, fileId),
      this.originals.execute(actor, fileId, { limit: WHOLE }),
    ]);
    const original = items.find(({ document }) => document.id === documentId);
    if (!original) throw new Refusal('not-found');
    return { original, fileNumber: file.number };
  }

  private async blacken(redaction: Redaction, { original }: ToCopy, folder: string): Promise<void> {
    const { sha256, size, fileName } = original.document;
    await this.bytes.save({ sha256: toSha256(sha256), size, fileName }, join(folder, LETTER));
    let toldAt = Date.now();
    const pages = await blackenDocument({
      folder,
      document: LETTER,
      copy: PICTURES,
      pages: pagesToBlacken(redaction.marks),
      onPage: (page) => {
        if (Date.now() - toldAt < TOLD_EVERY_MS) return;
        toldAt = Date.now();
        void this.tell(redaction, page);
      },
    });
    if (pages !== redaction.total) throw new Refusal('pdf-broken');
  }

  /** @returns the path of the whole copy. */
  private async bind(actor: Actor, redaction: Redaction, toCopy: ToCopy, folder: string): Promise<string> {
    const { original, fileNumber } = toCopy;
    const { language, total } = redaction;
    const office = await this.officeName.of(redaction.organisationId);
    const generated = generatedBy(language, actor, office[language]);
    const officers = await informationOfficers(this.database, redaction.organisationId);
    const paper = { redaction, fileNumber, original, sha256: original.document.sha256, generated, officers };
    const pages = redactionPages(paper);
    const words = messagesOf('redaction', language);
    const front = await this.typesetter.typeset({ ...pages.front, unhurried: true });
    const stamps = await this.typesetter.typeset({ ...pages.stamps, unhurried: true });
    const output = join(folder, 'copy.pdf');
    const binding = {
      language,
      title: `${words.title} ${fileNumber}`,
      stamps,
      foot: FOOT,
      parts: [{ title: words.title, pdf: front }],
      documents: [
        {
          title: words.copy,
          pdf: join(folder, PICTURES),
          pageCount: total,
          pageNames: [],
          listedAt: '',
          firstStamp: FIRST_NUMBER,
          mark: MARK,
          needed: true,
        },
      ],
      // Never shown: without its one document there is no copy.
      missing: front,
    };
    await this.typesetter.bind(binding, { output, long: true });
    return output;
  }

  /** One that cannot be told is told of the next page. */
  private async tell({ id }: Redaction, done: number): Promise<void> {
    await this.database
      .query(`UPDATE redaction SET done = LEAST(total, $2::integer) WHERE id = $1 AND state = 'waiting'`, [id, done])
      .catch(() => undefined);
  }

  private async fail({ id }: Redaction, error: unknown): Promise<void> {
    const { code, params } = error instanceof Refusal ? error : UNKNOWN;
    await this.database.query(
      `UPDATE redaction SET state = 'failed', failure = $2 WHERE id = $1 AND state = 'waiting'`,
      [id, JSON.stringify({ code, params } satisfies RedactionFailure)],
    );
  }
}

const UNKNOWN: RedactionFailure = { code: 'typesetter-unavailable', params: {} };

/** Says nothing of what the original is called. */
function nameOf({ fileNumber, original: { firstPage, place } }: ToCopy, { sequence }: Redaction): string {
  const of = place === null ? firstPage : `${firstPage}-${place}`;
  return `${fileNumber.replaceAll(/[/\\]/g, '-')} C-${of} RTI-${sequence}.pdf`;
}

interface Made extends Pick<ToCopy, 'original'> {
  readonly actor: Actor;
  readonly redaction: Redaction;
}

/** @throws Refusal `changed-meanwhile` when another worker was faster. */
async function enter(tx: Transaction, { actor, redaction, original }: Made, made: NewDocument): Promise<object> {
  const { id, fileId, marks } = redaction;
  await tx.lock(FileCustody, { fileId });
  const { state } = await tx.lock(Redaction, { id });
  if (state !== 'waiting') throw new Refusal('changed-meanwhile');
  const copy = await addDocument(tx, actor, { ...made, madeHere: true });
  await tx.update(Redaction, { id }, { state: 'ready', done: redaction.total, copyDocumentId: copy.id });
  await tx.record('file.document_redacted', fileId, {
    relatedId: copy.id,
    contentHash: made.sha256,
    data: { originalSha256: original.document.sha256, leftOut: leftOutInShort(marks), pages: made.pages },
  });
  return {};
}
