import type { ModelPost } from '../model/steps';

/** The posts of an office in which files walk. */
export const POSTS = {
  DS: { role: 'officer', level: 1 },
  SO: { role: 'officer', superior: 'DS', level: 2 },
  DH1: { role: 'dealing_hand', superior: 'SO', level: 3 },
  DH2: { role: 'dealing_hand', superior: 'SO', level: 3 },
  DISPATCH: { role: 'dispatcher', level: 3 },
  AUDIT: { role: 'auditor', level: 2 },
  ADMIN: { role: 'administrator', level: 3 },
} as const satisfies Record<string, ModelPost>;
export type Marking = keyof typeof POSTS;
export const NAMES = Object.keys(POSTS) as Marking[];
export const SUBJECTS = ['सड़क की मरम्मत', 'Road repair', 'भवन की मरम्मत 100%'] as const;
