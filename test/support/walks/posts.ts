import type { ModelPost } from '../model/steps';

/** The posts of an office in which files walk. */
export const POSTS = {
  DS: { role: 'officer' },
  SO: { role: 'officer', superior: 'DS' },
  DH1: { role: 'dealing_hand', superior: 'SO' },
  DH2: { role: 'dealing_hand', superior: 'SO' },
  DISPATCH: { role: 'dispatcher' },
  AUDIT: { role: 'auditor' },
  ADMIN: { role: 'administrator' },
} as const satisfies Record<string, ModelPost>;
export type Marking = keyof typeof POSTS;
export const NAMES = Object.keys(POSTS) as Marking[];
export const SUBJECTS = ['सड़क की मरम्मत', 'Road repair', 'भवन की मरम्मत 100%'] as const;
