import { z } from 'zod';

/**
 * The parts of the record that are held against the events beside them, and what can be wrong with a thing of each. A new part
 * is a line here, its words in `libs/office/messages`, and its check among the `recordParts` of the audit.
 */
export const PART_FAULTS = {
  notes: ['note_changed', 'note_missing', 'note_unrecorded'],
  letters: ['letter_changed', 'letter_missing', 'letter_unrecorded'],
  approvals: ['approval_changed', 'approval_missing'],
  // Every row of what is shown; a line says of a row what it was when its event was written.
  rows: ['row_changed', 'row_missing', 'row_unrecorded', 'row_lines_changed'],
} as const;

export type PartName = keyof typeof PART_FAULTS;
export type PartFaultOf<Name extends PartName> = (typeof PART_FAULTS)[Name][number];
export type PartFault = PartFaultOf<PartName>;

export const PART_NAMES = Object.keys(PART_FAULTS) as readonly PartName[];
export const ALL_PART_FAULTS: readonly PartFault[] = Object.values(PART_FAULTS).flat();

/** How many things of each part were compared. */
export const PartCounts = z
  .object(Object.fromEntries(PART_NAMES.map((name) => [name, z.int()])) as Record<PartName, z.ZodInt>)
  .meta({ id: 'PartCounts' });
export type PartCounts = z.infer<typeof PartCounts>;
