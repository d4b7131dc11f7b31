import { groupOfKey } from '../../../apps/web/src/ui/keyboard/key-groups';

describe('the list of keys', () => {
  it.each([
    ['j', 'move'],
    ['[', 'move'],
    ['shift+a', 'move'],
    ['n', 'write'],
    ['ctrl+shift+7', 'write'],
    ['/', 'go'],
    ['ctrl+k', 'go'],
    ['a', 'decide'],
    ['ctrl+Enter', 'decide'],
    // What nobody has thought of yet is an act.
    ['alt+9', 'decide'],
  ])('shows %s under %s', (key, group) => {
    expect(groupOfKey({ key })).toBe(group);
  });
});
