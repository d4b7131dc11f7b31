import { type Action, defineAbility } from '@patravali/authorization';
import type { Role } from '@patravali/contract';
import { Correspondence } from '@patravali/correspondence';
import { FileCustody } from '@patravali/custody';
import { Issue } from './issue.entities';
import { issueAbilities } from './issue-abilities';

const [OFFICE, ME] = ['office', 'me'];
const ROWS = {
  'signed by me': Object.assign(new Issue(), { organisationId: OFFICE, signatoryPostId: ME }),
  'signed by another': Object.assign(new Issue(), { organisationId: OFFICE, signatoryPostId: 'other' }),
  'signed in another office': Object.assign(new Issue(), { organisationId: 'other', signatoryPostId: ME }),
  'issued by me': letter({}),
  'issued by another': letter({ addedByPostId: 'other' }),
  'issued in another office': letter({ organisationId: 'other' }),
  'received by me': letter({ kind: 'received' }),
  'of a normal file': file({}),
  'of a confidential file': file({ grading: 'confidential' }),
  'of a normal file of another office': file({ organisationId: 'other' }),
};

function letter(changes: Partial<Correspondence>): Correspondence {
  const copy = { organisationId: OFFICE, kind: 'issued', addedByPostId: ME } as const;
  return Object.assign(new Correspondence(), copy, changes);
}

function file(changes: Partial<FileCustody>): FileCustody {
  return Object.assign(new FileCustody(), { organisationId: OFFICE, grading: 'normal' }, changes);
}

describe('who may send a letter, and say that it no longer holds', () => {
  const allowed = (roles: Role[]) => {
    const post = {
      id: ME,
      organisationId: OFFICE,
      unitId: '',
      marking: '',
      superiorPostId: null,
      roles,
      auditedUnitIds: [],
    };
    const ability = defineAbility({ ...post, designation: { hi: '', en: '' } }, [issueAbilities]);
    const asked: readonly Action[] = ['read', 'dispatch', 'withdraw'];
    const answers = Object.entries(ROWS).map(([name, row]) => [name, asked.filter((each) => ability.can(each, row))]);
    return Object.fromEntries(answers.filter(([, may]) => may?.length)) as Record<string, Action[]>;
  };
  const anybody = { 'signed by me': ['read', 'dispatch'], 'issued by me': ['dispatch'] };

  it('is whoever signed it, who also reads it, and whoever issued it from its file', () => {
    const signing = ['read', 'dispatch', 'withdraw'];
    expect(allowed(['officer'])).toEqual({ ...anybody, 'signed by me': signing });
    expect(allowed(['auditor', 'administrator', 'dealing_hand'])).toEqual(anybody);
  });

  it('is also the dispatcher, of the letters on normal files', () => {
    expect(allowed(['dispatcher'])).toEqual({ ...anybody, 'of a normal file': ['dispatch'] });
  });
});
