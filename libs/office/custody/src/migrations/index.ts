import { DueDaysLieAhead1790000000021 } from './1790000000021-due-days-lie-ahead';
import { DueDaysAreWorkingDays1790000000077 } from './1790000000077-due-days-are-working-days';
import { RegistersAreReadByReader1790000000055 } from './1790000000055-registers-are-read-by-reader';
import { DesksHaveMoreOrders1790000000100 } from './1790000000100-desks-have-more-orders';

/** What this area has changed in the schema since the first release, in order. */
export const CUSTODY_MIGRATIONS = [
  DueDaysLieAhead1790000000021,
  RegistersAreReadByReader1790000000055,
  DueDaysAreWorkingDays1790000000077,
  DesksHaveMoreOrders1790000000100,
];
