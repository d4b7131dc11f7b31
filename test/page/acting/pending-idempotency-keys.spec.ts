import { ProblemError, Unreachable } from '../../../apps/web/src/api/problem-error';
import { answered, keyOfAct, saysWhatBecame } from '../../../apps/web/src/api/pending-idempotency-keys';

const problem = (status: number) =>
  new ProblemError({ type: '', code: 'x', title: '', status, detail: '', requestId: '' });

describe('an act whose outcome is not known', () => {
  it('keeps its key, whoever asks for it, until it is known', () => {
    const key = keyOfAct('create file A');
    expect(keyOfAct('create file B')).not.toBe(key);
    expect(keyOfAct('create file A')).toBe(key);
    answered('create file A');
    expect(keyOfAct('create file A')).not.toBe(key);
  });

  it.each<[string, Error, boolean]>([
    ['no answer', new Unreachable('lost'), false],
    ['a fault of the server', problem(500), false],
    ['a proxy without its server', problem(502), false],
    ['an unknown outcome', problem(503), false],
    ['a full store', problem(507), false],
    ['a stop of the person', new DOMException('stopped', 'AbortError'), false],
    ['a refusal', problem(409), true],
    ['a stale version', problem(412), true],
    ['wrong fields', problem(422), true],
  ])('is known or not after %s', (_, error, known) => {
    expect(saysWhatBecame(error)).toBe(known);
  });
});
