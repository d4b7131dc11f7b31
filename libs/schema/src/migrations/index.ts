import { People1790000000001 } from './1790000000001-people';
import { NumbersAndEvents1790000000002 } from './1790000000002-numbers-and-events';
import { Files1790000000003 } from './1790000000003-files';
import { Correspondence1790000000004 } from './1790000000004-correspondence';
import { Letters1790000000005 } from './1790000000005-letters';

/** Every migration in order; listed, not globbed, so that every builder agrees. */
export const MIGRATIONS = [
  People1790000000001,
  NumbersAndEvents1790000000002,
  Files1790000000003,
  Correspondence1790000000004,
  Letters1790000000005,
];
