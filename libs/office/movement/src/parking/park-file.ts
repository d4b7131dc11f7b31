import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, FileState, ParkFile as ParkFileRequest } from '@patravali/contract';
import {
  changeCustody,
  type FileCustody,
  lockSeenCustody,
  openingOf,
  readCustodies,
  stateAfterAct,
} from '@patravali/custody';
import { type SqlRunner, Transactions } from '@patravali/database';
import { eachRefusal, Refusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { writeParkingLine } from './parking-lines';
import { type Days, readDays, refuseDayOutside } from './refuse-day';

/** Sets a file aside on one's own desk until a day or until something happens. What is parked is parked anew. */
@Injectable()
export class ParkFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  /** @throws Refusal of `stateAfterParking`. */
  @Serves('parkFile')
  execute(actor: Actor, fileId: string, request: ParkFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [custody, days] = await Promise.all([
        lockSeenCustody(tx, actor, { fileId, ifMatch }),
        daysToPark(tx, request),
      ]);
      const state = stateAfterParking(actor, { custody, days }, request);
      const { until, event, remarks } = request;
      await writeParkingLine(tx, actor, fileId, { kind: 'parked', untilOn: until, untilEvent: event, remarks });
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        state,
        parkedUntil: until,
        parkedFor: event,
        backFromParking: null,
      });
      await tx.record('file.parked', fileId, { reason: remarks, data: { until, event } });
      return { id: fileId, version };
    });
  }

  /** Which of these files could not be parked so now, and why. Nothing is changed; as many statements for many files as for one. */
  async check(actor: Actor, fileIds: readonly string[], request: ParkFileRequest): Promise<Refusals> {
    const [custodyOf, days] = await Promise.all([
      readCustodies(this.database, actor, fileIds),
      daysToPark(this.database, request),
    ]);
    return eachRefusal(fileIds, (fileId) => stateAfterParking(actor, { custody: custodyOf(fileId), days }, request));
  }
}

interface ParkingFacts {
  readonly custody: FileCustody;
  /** Null where no day is named. */
  readonly days: Days | null;
}

/** The rule of parking. @throws Refusal `nobody-consulted` when no opinion is awaited, `day-too-early`, and what the custody refuses. */
function stateAfterParking(
  actor: Actor,
  { custody, days }: ParkingFacts,
  { until, event }: ParkFileRequest,
): FileState {
  const state = stateAfterAct(actor, { move: 'park' }, custody);
  if (event === 'consultation_answered' && custody.opinionsAwaited === 0) throw nobodyConsulted();
  if (until !== null && days !== null) refuseDayOutside(days, until, '#/until');
  return state;
}

/** A file is parked until a day that lies ahead, if until any. */
async function daysToPark(database: SqlRunner, { until }: ParkFileRequest): Promise<Days | null> {
  return until === null ? null : await readDays(database, { earliest: 1 });
}

const nobodyConsulted = () =>
  new Refusal('nobody-consulted', {}, { errors: [{ pointer: '#/event', detail: 'nobody-consulted' }] });
