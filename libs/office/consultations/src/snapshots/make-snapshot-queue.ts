import type { Queue } from '@patravali/database';
import { z } from 'zod';

const MakeSnapshotJob = z.object({ organisationId: z.uuid(), id: z.uuid() });
export type MakeSnapshotJob = z.infer<typeof MakeSnapshotJob>;

/** Snapshots of files for those who are consulted; records make them. */
export const MAKE_SNAPSHOT: Queue<MakeSnapshotJob> = { name: 'make-snapshot', data: MakeSnapshotJob };
