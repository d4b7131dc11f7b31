import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Consultation, PageQuery, PageRows } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { CONSULTATION, CONSULTATIONS } from './question/consultation-rows';

/** The questions that were asked on a file, with what each post has answered: the oldest first. */
@Injectable()
export class ListConsultations {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listConsultations')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<Consultation>> {
    const list = { projection: CONSULTATION, source: CONSULTATIONS, file: 'r.file_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
