import type { Bilingual, Role } from '@patravali/contract';

/** The post from which somebody acts, as far as rules and records need it. */
export interface ActingPost {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly marking: string;
  readonly markingHi?: string | null;
  readonly designation: Bilingual;
  readonly superiorPostId: string | null;
  readonly roles: readonly Role[];
  /** Of an auditor: the units whose files it audits; of none named, all. */
  readonly auditedUnitIds: readonly string[];
  /** It stood above a post whose files have not all been told yet that it does not any more. */
  readonly loses?: boolean;
}
