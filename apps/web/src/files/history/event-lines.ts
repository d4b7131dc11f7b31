import type { EventView, Named } from '@patravali/contract';

/** A line of the history: one event, or a run of savings by one hand, of which the last stands for all. */
export interface EventLine {
  readonly first: number;
  readonly last: Named<EventView>;
}

/** What a composer saves at every pause in typing. The record keeps each; a reader wants to see the run. */
const SAVINGS = new Set(['note.changed', 'draft.changed']);

/** Draws savings that follow one another together, as long as the same person saves the same thing. */
export function eventLines(events: readonly Named<EventView>[]): EventLine[] {
  const lines: EventLine[] = [];
  for (const event of events) {
    const before = lines.at(-1);
    if (before && isOneRun(before.last, event)) lines[lines.length - 1] = { first: before.first, last: event };
    else lines.push({ first: event.sequence, last: event });
  }
  return lines;
}

function isOneRun(before: Named<EventView>, event: Named<EventView>): boolean {
  return (
    SAVINGS.has(event.name) &&
    before.name === event.name &&
    before.data.ordinal === event.data.ordinal &&
    before.by?.post.id === event.by?.post.id &&
    before.by?.name.en === event.by?.name.en
  );
}
