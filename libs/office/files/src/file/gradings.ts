import { type Grading, GRADINGS } from '@patravali/contract';

export const isAbove = (grading: Grading, other: Grading): boolean =>
  GRADINGS.indexOf(grading) > GRADINGS.indexOf(other);
