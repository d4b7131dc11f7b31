import { Instant } from '@patravali/contract-base';
import { z } from 'zod';
import { ActorRef } from '../../organisation/contract/organisation';
import { CertificateView, REVOCATION_CHECKS } from '../../signing/contract/signing-keys';

/**
 * How long a signature can be checked: while its certificate holds; with the time proven by an authority; or, with all that proves
 * its certificates inside, after that too.
 */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT'] as const;

/** A signature of an issued letter. */
export const LetterSignatureView = z
  .object({
    by: ActorRef,
    at: Instant,
    certificate: CertificateView,
    level: z.enum(SIGNATURE_LEVELS),
    /** Null of signatures from before it was asked. */
    revocation: z.enum(REVOCATION_CHECKS).nullable(),
  })
  .meta({ id: 'LetterSignatureView' });
export type LetterSignatureView = z.infer<typeof LetterSignatureView>;
