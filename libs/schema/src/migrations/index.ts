import { Baseline1790000000219 } from './1790000000219-baseline';
import { RenameTypesetterRefusal1790000000220 } from './1790000000220-rename-typesetter-refusal';
import { DeskPin1790000000221 } from './1790000000221-desk-pin';
import { SealedRows1790000000222 } from './1790000000222-sealed-rows';
import { DecisionsRecommended1790000000225 } from './1790000000225-decisions-recommended';

/**
 * Every migration in its order; listed, not globbed, so that every builder agrees. They change tables and rows: functions and
 * triggers follow from the files of the schema.
 */
export const MIGRATIONS = [
  Baseline1790000000219,
  RenameTypesetterRefusal1790000000220,
  DeskPin1790000000221,
  SealedRows1790000000222,
  DecisionsRecommended1790000000225,
];
