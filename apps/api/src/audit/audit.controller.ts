import { Controller } from '@nestjs/common';
import {
  DrawSample,
  FileAsOfQuery,
  LastCheck,
  ListAuditedFiles,
  ListTimeline,
  LogLossesQuery,
  SearchEvents,
  VerifyFile,
} from '@patravali/audit';
import type { Actor } from '@patravali/authorization';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class AuditController {
  constructor(
    private readonly listAuditedFiles: ListAuditedFiles,
    private readonly listTimeline: ListTimeline,
    private readonly searchEvents: SearchEvents,
    private readonly fileAsOf: FileAsOfQuery,
    private readonly drawSample: DrawSample,
    private readonly verifyFile: VerifyFile,
    private readonly logLosses: LogLossesQuery,
    private readonly lastCheck: LastCheck,
  ) {}

  @Operation('listAuditedFiles')
  files(@CurrentActor() actor: Actor, @Input() { query }: Input<'listAuditedFiles'>) {
    return this.listAuditedFiles.execute(actor, query);
  }

  @Operation('listTimeline')
  timeline(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listTimeline'>) {
    return this.listTimeline.execute(actor, params.fileId, query);
  }

  @Operation('searchEvents')
  events(@CurrentActor() actor: Actor, @Input() { query }: Input<'searchEvents'>) {
    return this.searchEvents.execute(actor, query);
  }

  @Operation('getFileAsOf')
  asOf(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'getFileAsOf'>) {
    return this.fileAsOf.execute(actor, params.fileId, query);
  }

  @Operation('drawSample')
  sample(@CurrentActor() actor: Actor, @Input() { query }: Input<'drawSample'>) {
    return this.drawSample.execute(actor, query);
  }

  @Operation('verifyFile')
  verify(@CurrentActor() actor: Actor, @Input() { params }: Input<'verifyFile'>) {
    return this.verifyFile.execute(actor, params.fileId);
  }

  @Operation('getLogLosses')
  lossesOfLog(@CurrentActor() actor: Actor) {
    return this.logLosses.ofOffice(actor);
  }

  @Operation('getRecordCheck')
  recordCheck(@CurrentActor() actor: Actor) {
    return this.lastCheck.execute(actor);
  }

  @Operation('getFileLosses')
  lossesOfFile(@CurrentActor() actor: Actor, @Input() { params }: Input<'getFileLosses'>) {
    return this.logLosses.ofFile(actor, params.fileId);
  }
}
