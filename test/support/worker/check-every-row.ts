import { checkRowsWith } from '@patravali/database';
import { checkRows } from './check-rows';
import { rowMismatches } from './row-mismatches';

/** Before every spec: what the product reads is held against what it declares. Imported by its path, to stay cheap. */
checkRowsWith((row, rows, sql) => {
  try {
    checkRows(row, rows, sql);
  } catch (error) {
    rowMismatches.push(error);
    throw error;
  }
});

/** Also where the office itself has caught the error, as the API does for whoever asked. */
afterEach(() => {
  const [first] = rowMismatches.splice(0);
  if (first) throw first as Error;
});
