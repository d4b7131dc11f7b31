import { SCHEDULE } from '@patravali/config';
import type { Queue } from '@patravali/database';
import { z } from 'zod';

const ChargeJob = z.object({ organisationId: z.uuid(), id: z.uuid() });
export type ChargeJob = z.infer<typeof ChargeJob>;

/** Makes the certificate of a charge that was handed over. */
export const MAKE_CHARGE_CERTIFICATE: Queue<ChargeJob> = { name: 'make-charge-certificate', data: ChargeJob };

/** Those whose job was given up, as in an office that had no seal. */
export const MAKE_LATE_CERTIFICATES: Queue = {
  name: 'make-late-charge-certificates',
  data: z.object({}),
  cron: SCHEDULE.makeLateCertificates,
};
