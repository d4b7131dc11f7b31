import { Refusal } from '@patravali/errors';

/** From when until when a certificate holds. */
export interface Validity {
  readonly validFrom: Date;
  readonly validUntil: Date;
}

export const holdsAt = ({ validFrom, validUntil }: Validity, at: Date): boolean => at >= validFrom && at <= validUntil;

export const notValid = ({ validFrom, validUntil }: Validity): Refusal =>
  new Refusal('certificate-not-valid', { from: validFrom.toISOString(), until: validUntil.toISOString() });
