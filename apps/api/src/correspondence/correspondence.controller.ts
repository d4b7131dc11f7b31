import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  CorrespondenceView,
  FileChanged,
  FlagCorrespondence as FlagCorrespondenceRequest,
  PageQuery,
  pageOf,
} from '@patravali/contract';
import { FlagCorrespondence, ListCorrespondence } from '@patravali/correspondence';
import { IdPipe } from '../http/id-param';
import { IfMatch } from '../http/if-match.decorator';
import { OrdinalPipe } from '../http/ordinal-param';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The letters of a file. */
@Controller()
export class CorrespondenceController {
  constructor(
    private readonly listCorrespondence: ListCorrespondence,
    private readonly flagCorrespondence: FlagCorrespondence,
  ) {}

  @Operation('listCorrespondence', { answer: pageOf(CorrespondenceView) })
  list(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.listCorrespondence.execute(actor, fileId, query);
  }

  @Operation('flagCorrespondence', { answer: FileChanged })
  flag(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Param('serial', OrdinalPipe) serial: number,
    @Body({ schema: FlagCorrespondenceRequest }) request: FlagCorrespondenceRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.flagCorrespondence.execute(actor, fileId, serial, request, ifMatch);
  }
}
