import { SOUGHT_KINDS } from '@patravali/contract';

export type Kind = (typeof SOUGHT_KINDS)[number];

export const readKind = (kind: string | undefined): Kind | undefined => SOUGHT_KINDS.find((one) => one === kind);
