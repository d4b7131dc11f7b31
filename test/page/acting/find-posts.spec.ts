import type { PostView } from '@patravali/contract';
import { findPosts } from '../../../apps/web/src/organisation/picker/find-posts';

const post = (marking: string, hi: string, en: string, unit: string, holder: [string, string] | null): PostView => ({
  id: marking,
  marking,
  markingHi: null,
  designation: { hi, en },
  unit: { hi: unit, en: 'Section' },
  level: 3,
  unitId: unit,
  superiorPostId: null,
  roles: ['officer'],
  holder: holder && { hi: holder[0], en: holder[1] },
});
const POSTS = [
  post('AO(EST)', 'प्रशासनिक अधिकारी', 'Administrative Officer', 'अधिष्ठान अनुभाग', ['सुनीता यादव', 'Sunita Yadav']),
  post('ACC(FIN)', 'लेखाकार', 'Accountant', 'वित्त अनुभाग', ['विनोद गुप्ता', 'Vinod Gupta']),
  post('US(GEN)', 'अनु सचिव', 'Under Secretary', 'सामान्य अनुभाग', null),
];
const found = (typed: string) => findPosts(POSTS, typed).map(({ marking }) => marking);

describe('A post to send to', () => {
  it.each([
    ['लेखाकार', ['ACC(FIN)']],
    ['lekhakar', ['ACC(FIN)']],
    ['lekha', ['ACC(FIN)']],
    ['Account', ['ACC(FIN)']],
    ['adhishthan', ['AO(EST)']],
    ['adhishthan prashasnik', ['AO(EST)']],
    ['EST', ['AO(EST)']],
    ['ao(', ['AO(EST)']],
    ['sunita', ['AO(EST)']],
    ['sunitaa yaadav', ['AO(EST)']],
    ['सुनीता', ['AO(EST)']],
    ['anu sachiv', ['US(GEN)']],
    ['vitt', ['ACC(FIN)']],
    ['anubhag', ['AO(EST)', 'ACC(FIN)', 'US(GEN)']],
    ['zzz', []],
    ['', ['AO(EST)', 'ACC(FIN)', 'US(GEN)']],
  ])('is found by "%s"', (typed, markings) => {
    expect(found(typed)).toEqual(markings);
  });

  it('stands before those that only sound alike when it has the very words', () => {
    const alike = [post('X', 'लेखाकार', 'Accountant', 'क', null), post('Y', 'Lekhakar', 'Lekhakar', 'ख', null)];
    expect(findPosts(alike, 'lekhakar').map(({ marking }) => marking)).toEqual(['Y', 'X']);
  });
});
