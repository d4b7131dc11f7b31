import type { Refusal } from '@patravali/errors';
import type { Action } from './ability';
import { type ActingPost, type Actor, authorize, authorizeAction, authorizeReading, defineAbility } from './index';

class Slip {
  grading = 'normal';
  holderPostId = 'p';
}

const POST: ActingPost = {
  id: 'p',
  organisationId: 'o',
  unitId: 'u',
  marking: 'SO(EST)',
  superiorPostId: null,
  roles: [],
  auditedUnitIds: [],
  designation: { hi: '', en: '' },
};

/** Reads what is normal and forwards what it holds. */
const actor = {
  post: POST,
  ability: defineAbility(POST, [
    (_, can) => {
      can('read', Slip, { grading: 'normal' });
    },
    ({ id }, can) => {
      can('forward', Slip, { holderPostId: id });
    },
  ]),
} as Partial<Actor> as Actor;
const slip = (changes: Partial<Slip> = {}) => Object.assign(new Slip(), changes);
const refusal = (code: string, params = {}) => expect.objectContaining({ code, params }) as Refusal;
const notAllowed = (action: Action) => refusal('not-allowed', { post: 'SO(EST)', action });

describe('a command', () => {
  it('goes through on a row that every rule of the areas together allows', () => {
    expect(() => {
      authorize(actor, 'forward', slip());
    }).not.toThrow();
    expect(() => {
      authorizeReading(actor, slip({ holderPostId: 'x' }));
    }).not.toThrow();
  });

  it('finds nothing where one may not read, whatever else one may do to the row', () => {
    expect(() => {
      authorizeReading(actor, slip({ grading: 'secret' }));
    }).toThrow(refusal('not-found'));
    expect(() => {
      authorize(actor, 'forward', slip({ grading: 'secret' }));
    }).toThrow(refusal('not-found'));
    expect(() => {
      authorizeAction(actor, 'forward', slip({ grading: 'secret' }));
    }).not.toThrow();
  });

  it('is refused, with the post that may not, on a row that one may only read', () => {
    expect(() => {
      authorize(actor, 'forward', slip({ holderPostId: 'x' }));
    }).toThrow(notAllowed('forward'));
    expect(() => {
      authorizeAction(actor, 'forward', slip({ holderPostId: 'x' }));
    }).toThrow(notAllowed('forward'));
  });
});

describe('a rule that has lost a value', () => {
  it.each([
    ['alone', { holderPostId: undefined }, '/holderPostId'],
    ['in a list', { holderPostId: { $in: ['p', undefined] } }, '/holderPostId/$in/1'],
    ['beside a value that is missing on purpose', { grading: null, holderPostId: undefined }, '/holderPostId'],
  ])('is not made: %s', (_, conditions, path) => {
    const made = () => defineAbility(POST, [(_post, can) => can('read', Slip, conditions)]);
    expect(made).toThrow(new Error(`The condition at ${path} has no value`));
    expect(made).toThrow(expect.objectContaining({ name: 'UndefinedCondition' }) as Error);
  });

  it('is not made without any conditions at all', () => {
    const lost = undefined as never;
    expect(() => defineAbility(POST, [(_post, can) => can('read', Slip, lost)])).toThrow(
      new Error('The condition at / has no value'),
    );
  });
});
