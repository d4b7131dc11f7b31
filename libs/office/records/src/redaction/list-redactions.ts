import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Language, type PageQuery, type PageRows, RedactionView } from '@patravali/contract';
import { FileCustody, listOfFile } from '@patravali/custody';
import { projection } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { translateRefusal } from '@patravali/messages';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { RedactionFailure } from './redaction.entity';

const REDACTION = projection(
  RedactionView.omit({ failure: true }).extend({ failure: z.custom<RedactionFailure>().nullable() }),
  {
    id: 'r.id',
    sequence: 'r.sequence',
    documentId: 'r.document_id',
    sha256: DOCUMENT_VIEW.expressions.sha256,
    marks: 'r.marks',
    state: 'r.state',
    done: 'r.done',
    total: 'r.total',
    by: actorRef('r.asked_by_user_id', 'r.asked_by_post_id', 'r.asked_capacity'),
    at: 'r.asked_at',
    copy: `(SELECT json_build_object('documentId', d.id, 'sha256', d.sha256, 'size', d.size, 'pages', d.pages)
      FROM redaction made ${joinDocument('made.copy_document_id')} WHERE made.id = r.id)`,
    failure: 'r.failure',
  },
);

/** The copies of a file's documents in which something is left out, the oldest first. */
@Injectable()
export class ListRedactions {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  async execute(
    actor: Actor,
    fileId: string,
    query: PageQuery,
    language: Language,
  ): Promise<PageRows<RedactionView> & { mayRedact: boolean }> {
    const source = `redaction r ${joinDocument('r.document_id')}`;
    const list = { projection: REDACTION, source, file: 'r.file_id', key: 'sequence' } as const;
    const { items, ...page } = await listOfFile(this.database, actor, fileId, query, list);
    const custody = await this.database.findOneBy(FileCustody, { organisationId: actor.organisationId, fileId });
    return {
      ...page,
      mayRedact: custody !== null && actor.ability.can('redact', custody),
      items: items.map(({ failure, ...row }) => ({
        ...row,
        failure: failure && translateRefusal(language, failure.code, failure.params),
      })),
    };
  }
}
