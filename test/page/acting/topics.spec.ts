import { type OperationEntry, OPERATIONS, type Topic } from '@patravali/contract';
import { shownBy } from '../../../apps/web/src/api/topics';

const entries = Object.entries<OperationEntry>(OPERATIONS);

describe('what a command changes', () => {
  it('is shown by a query', () => {
    const unseen = entries.flatMap(([id, { changes = [] }]) =>
      changes.filter((topic) => shownBy([topic as Topic]).length === 0).map((topic) => `${id}: ${topic}`),
    );
    expect(unseen).toEqual([]);
  });

  it('makes the boxes of the desk, the file and its history stale when a file is forwarded', () => {
    const stale = shownBy(OPERATIONS.forwardFile.changes);
    expect(stale).toEqual(
      expect.arrayContaining(['getDesk', 'listInbox', 'getFile', 'getFileHistory', 'listMovements']),
    );
    expect(stale).not.toContain('getReceipt');
  });

  it('is told of queries alone that show it', () => {
    const showing = entries.filter(([, { method, shows }]) => shows !== undefined && method !== 'GET');
    expect(showing.map(([id]) => id)).toEqual([]);
  });
});
