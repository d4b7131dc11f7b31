import type { RefusalCode } from '@patravali/contract';

declare module '@patravali/errors' {
  interface RefusalCodes {
    /** Of the areas, which list them beside what they refuse: `contract/refusals.ts` of each. */
    office: RefusalCode;
  }
}
