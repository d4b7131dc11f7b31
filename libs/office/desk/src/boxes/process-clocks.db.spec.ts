import { FindFiles as FindFilesQuery } from '@patravali/contract';
import { FindFiles } from '@patravali/files';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { FileBoxes } from './file-boxes';

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000;
/** How far the clock is ahead by which ids are made. */
let mockAheadMs = 0;

jest.mock('uuid', () => {
  const uuid = jest.requireActual<{ v7: (options: { msecs: number }) => string }>('uuid');
  return { ...uuid, v7: () => uuid.v7({ msecs: Date.now() + mockAheadMs }) };
});

describe('lists of an office whose processes have different clocks', () => {
  const office = useOffice({ holds: 'section' });
  const inOrder: string[] = [];

  /** A process whose clock is ahead, one whose clock is behind, and one whose clock is right. */
  beforeAll(async () => {
    for (mockAheadMs of [TEN_YEARS_MS, -TEN_YEARS_MS, 0]) {
      inOrder.unshift((await office().newFile(office().at('US'))).fileId);
    }
  });

  it('are in the order of the database, page by page', async () => {
    expect(inOrder.toSorted()).not.toEqual(inOrder.toReversed());
    for (const limit of [1, 2, 3]) {
      const by = office().at('US');
      const created = await everyPage(limit, (query) => office().get(FileBoxes).created(by, query));
      const found = await everyPage(limit, (query) => office().get(FindFiles).execute(by, FindFilesQuery.parse(query)));
      expect(created.map(({ id }) => id)).toEqual(inOrder);
      expect(found.map(({ id }) => id)).toEqual(inOrder);
    }
  });
});
