import { CheckRecord } from '@patravali/audit';
import { checkAlone } from '../../../libs/office/audit/src/whole-record/check-alone';
import { sealedTables } from '@patravali/schema';
import type { TestOffice } from '../office/test-office';

/**
 * The record is checked in the process of the spec, as the process does that comes after all other work: on a machine that is busy with
 * tests that one would have to be waited for. `check-process.db.spec.ts` tests it.
 */
export function checkRecordHere(office: () => TestOffice): void {
  let here: jest.SpyInstance | undefined;
  beforeAll(() => {
    here = jest.spyOn(CheckRecord.prototype, 'execute').mockImplementation(async ({ whole }) => {
      const { databaseUrl, dataFolder } = office().config;
      const order = { databaseUrl, dataFolder, whole, isAwaited: true, tables: sealedTables() };
      const answer = await checkAlone(order, () => undefined);
      if ('refused' in answer) throw new Error(`${answer.refused} ${answer.detail}`);
      return answer.report;
    });
  });
  afterAll(() => here?.mockRestore());
}
