import type { Role } from '@patravali/contract';
import { type FirstPage, firstPage } from '../../../apps/web/src/app/first-page';

const BEGINS: readonly (readonly [who: string, roles: readonly Role[], page: FirstPage])[] = [
  ['an officer', ['officer'], 'all'],
  ['a section officer', ['officer', 'dealing_hand'], 'all'],
  ['an officer who also dispatches', ['officer', 'dispatcher'], 'all'],
  ['a dealing hand', ['dealing_hand'], 'all'],
  ['a diary clerk', ['dispatcher', 'dealing_hand'], 'all'],
  ['a dispatcher', ['dispatcher'], 'to-dispatch'],
  ['an auditor', ['auditor'], 'search'],
  ['an administrator', ['administrator'], 'people'],
  ['an administrator who deals with files', ['administrator', 'dealing_hand'], 'all'],
  ['somebody without a role', [], 'search'],
];

describe('The first page', () => {
  it.each(BEGINS)('of %s is the one with their work', (_who, roles, page) => {
    expect(firstPage({ roles: [...roles], capacity: 'regular' })).toBe(page);
  });

  it('of a personal assistant is the desk of the officer', () => {
    expect(firstPage({ roles: [], capacity: 'assistant' })).toBe('all');
  });
});
