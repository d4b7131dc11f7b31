import type { Actor } from '@patravali/authorization';
import type { FileClock, Named, StopClock } from '@patravali/contract';
import { WaitingBox } from '@patravali/desk';
import { everyPage } from '../office/every-page';
import type { FileModel } from '../model/file-model';
import type { ClockStep } from '../model/clock';
import type { OfficeModel } from '../model/office-model';
import type { TestOffice } from '../office/test-office';

/** What waits below a post, and what of it too long. */
export async function waitingShown(office: TestOffice, actor: Actor, limit: number) {
  const rows = await everyPage(limit, (query) => office.get(WaitingBox).below(actor, query));
  const late = await everyPage(limit, (query) => office.get(WaitingBox).below(actor, { ...query, overLimit: true }));
  return {
    all: rows.map(({ computerNumber, overLimit }) => ({ computerNumber, overLimit })),
    late: late.map(({ computerNumber }) => computerNumber),
  };
}

/** The same by the model. */
export function waitingModelled(model: OfficeModel, post: string): Awaited<ReturnType<typeof waitingShown>> {
  const all = model.below(post).map(({ cover, clock }) => ({
    computerNumber: cover.computerNumber,
    overLimit: clock.overLimit,
  }));
  return { all, late: all.filter(({ overLimit }) => overLimit).map(({ computerNumber }) => computerNumber) };
}

/** How the head of a file tells of the clock of its desk. */
export function clockShown({ days, limit, stop }: Named<FileClock>) {
  return { days, limit, stopped: stop?.reason ?? null };
}

/** The same by the model. */
export function clockModelled({ clock, holder }: FileModel): ReturnType<typeof clockShown> {
  return { days: holder === null ? null : clock.days, limit: 7, stopped: clock.shown.clockStoppedFor };
}

/** What is asked where a step stops the clock. */
export function stopping({ note }: Extract<ClockStep, { does: 'stop_clock' }>): StopClock {
  const words = { kind: 'words', words: 'वाद संख्या 12/2026', on: '2026-02-01' } as const;
  return { reason: 'court', evidence: note === null ? words : { kind: 'note', number: note } };
}
