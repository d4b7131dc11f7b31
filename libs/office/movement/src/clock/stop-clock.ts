import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Day, type FileChanged, type StopClock as StopClockRequest, type StopEvidence } from '@patravali/contract';
import { changeCustody, type FileCustody, lockCustody, openingOf, stopClock } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';

/**
 * The holder stops the clock of his desk, for a listed reason and with what shows that it holds: until he starts it again, or
 * the file leaves his desk, the days are not counted.
 */
@Injectable()
export class StopClock {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `clock-stopped`, `evidence-not-on-file`, `date-in-future`. */
  @Serves('stopClock')
  execute(actor: Actor, fileId: string, request: StopClockRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'stop_clock', ifMatch });
      const { reason, evidence } = request;
      await refuseUnfitEvidence(tx, custody, evidence);
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        ...(await stopClock(tx, custody, request)),
      });
      await tx.record('file.clock_stopped', fileId, {
        reason: evidence.kind === 'words' ? evidence.words : undefined,
        data: { stoppedFor: reason, evidence: addressOf(evidence) },
      });
      return { id: fileId, version };
    });
  }
}

/** @throws Refusal `evidence-not-on-file`, `date-in-future`. */
async function refuseUnfitEvidence(tx: Transaction, custody: FileCustody, evidence: StopEvidence): Promise<void> {
  if (evidence.kind === 'words') {
    const [row] = await tx.select(z.object({ today: Day }), 'SELECT india_today() AS today');
    if (row && evidence.on > row.today) throw refused('date-in-future', '#/evidence/on', { today: row.today });
  } else if (evidence.number > custody[COUNTED_AS[evidence.kind]]) {
    throw refused('evidence-not-on-file', '#/evidence/number', { evidence: addressOf(evidence) });
  }
}

const COUNTED_AS = { note: 'notes', correspondence: 'correspondence' } as const;
const refused = (code: 'date-in-future' | 'evidence-not-on-file', pointer: string, params: object) =>
  new Refusal(code, { ...params }, { errors: [{ pointer, detail: code }] });

/** `N/3`, `C/12`, or the day of what the words tell. */
function addressOf(evidence: StopEvidence): string {
  if (evidence.kind === 'words') return evidence.on;
  return `${evidence.kind === 'note' ? 'N' : 'C'}/${evidence.number}`;
}
