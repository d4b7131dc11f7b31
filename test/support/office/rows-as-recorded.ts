import { AS_SEALED, checkRows, SEALED_TABLES, type SealedTable } from '@patravali/ledger';
import type { TestOffice } from './test-office';

/** Every row that a command has written since the office was set up is named by its event as it stands. */
export async function expectRowsAsRecorded(office: TestOffice): Promise<void> {
  const tables = office.app.get<readonly SealedTable[]>(SEALED_TABLES, { strict: false });
  const { wrong, wrongLines } = await office.dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query(AS_SEALED);
    return await checkRows(manager, tables, { isSealed: false });
  });
  expect({ wrong, wrongLines }).toEqual({ wrong: [], wrongLines: [] });
}
