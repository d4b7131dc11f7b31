import type { Client as Database } from 'pg';
import {
  type Count,
  countBooks,
  documentsWithoutBytes,
  gapsInEvents,
  gapsInNumbers,
  journeys,
  lettersHalfIssued,
  lettersSentOtherwise,
} from './books';
import type { Acknowledged } from './streams';

/** That the office's books hold what it has acknowledged since `before`, each of it once, and nothing else. */
export async function expectAgreement(
  database: Database,
  { acknowledged, before, dataFolder }: { acknowledged: Acknowledged; before: Count; dataFolder: string },
): Promise<void> {
  const forwards = [...acknowledged.forwards.values()].flat().length;
  expect(await countBooks(database)).toEqual({
    files: before.files + acknowledged.files,
    // A letter's and a file's first movement is its coming into being; one from within the office has come on at once.
    movements: before.movements + acknowledged.files + acknowledged.receipts + acknowledged.arrivals + forwards,
    notes: before.notes + forwards,
    events: before.events + acknowledged.commands,
    issues: before.issues + acknowledged.issues,
    documents: before.documents + acknowledged.documents,
    receipts: before.receipts + acknowledged.receipts,
  });
  for (const journey of await journeys(database)) {
    expect(journey.movements).toEqual(countedFromOne(journey.movements.length));
    expect(journey.notes).toEqual(countedFromOne(journey.notes.length));
    expect(journey.paragraphs).toEqual(countedFromOne(journey.paragraphs.length));
    const expected = acknowledged.forwards.get(journey.fileId);
    if (!expected) continue;
    expect(journey.to).toEqual(expected);
    // Of one that nobody came to forward, its creator is the holder.
    if (expected.length > 0) expect(journey.holder).toBe(expected.at(-1));
  }
  expect(await gapsInEvents(database)).toEqual([]);
  expect(await gapsInNumbers(database)).toEqual([]);
  expect(await lettersHalfIssued(database)).toEqual([]);
  expect(await lettersSentOtherwise(database)).toEqual([]);
  expect(await documentsWithoutBytes(database, dataFolder)).toEqual([]);
  expect(new Set(acknowledged.fileNumbers).size).toBe(acknowledged.files);
  expect(new Set(acknowledged.issueNumbers).size).toBe(acknowledged.issues);
}

function countedFromOne(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1);
}
