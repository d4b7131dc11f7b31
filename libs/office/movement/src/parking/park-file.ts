import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ParkFile as ParkFileRequest } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { writeParkingLine } from './parking-lines';
import { refuseUnfitEnd } from './refuse-day';

/** Sets a file aside on one's own desk until a day or until something happens. What is parked is parked anew. */
@Injectable()
export class ParkFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `day-too-early`, and `nobody-consulted` when no opinion is awaited. */
  @Serves('parkFile')
  execute(actor: Actor, fileId: string, request: ParkFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'park', ifMatch });
      const { until, event, remarks } = request;
      if (event === 'consultation_answered' && custody.opinionsAwaited === 0) throw nobodyConsulted();
      await refuseUnfitEnd(tx, request);
      await writeParkingLine(tx, actor, fileId, { kind: 'parked', untilOn: until, untilEvent: event, remarks });
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        state,
        parkedUntil: until,
        parkedFor: event,
        backFromParking: null,
      });
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.parked',
        reason: remarks,
        data: { until, event },
      });
      return { id: fileId, version };
    });
  }
}

const nobodyConsulted = () =>
  new Refusal('nobody-consulted', {}, { errors: [{ pointer: '#/event', detail: 'nobody-consulted' }] });
