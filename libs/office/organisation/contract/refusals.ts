import type { RefusalKind } from '@patravali/contract-base';

export const organisationRefusals = {
  'unknown-post': 'invalid',
  'unknown-number-head': 'invalid',
  'unknown-category': 'invalid',
  'unknown-unit': 'invalid',
  'category-code-taken': 'conflict',
  'ladder-needs-reason': 'invalid',
  'template-retired': 'conflict',
  'day-not-declared': 'conflict',
  'officer-needed': 'invalid',
  'to-oneself': 'conflict',
  'post-takes-no-files': 'conflict',
} as const satisfies Record<string, RefusalKind>;
