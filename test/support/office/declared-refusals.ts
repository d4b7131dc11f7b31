import { type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import { Refusal, type RefusalCode } from '@patravali/errors';
import { AREAS } from '@patravali/foundation';
import { refusalsOf } from '@patravali/operations';
import { servedBy } from '../../../apps/api/src/served/controller-of';
import { ProblemFilter } from '../../../apps/api/src/answers/problem.filter';
import { refusalOf } from '../../../apps/api/src/problem/refusal-of';

type Method = (...given: unknown[]) => unknown;

/** What an operation refused with in the running test, though its entry of the contract does not say so. */
const undeclared: string[] = [];

/**
 * Before the tests of a suite: whatever the operations refuse in it is held against their entries, whether a command that bears
 * `@Serves` was called or the API was asked. A code that is not declared fails the test that met it.
 */
export function holdRefusalsToDeclarations(): void {
  beforeAll(() => {
    for (const { command, method, id } of AREAS.flatMap(servedBy)) watch(command.prototype as object, method, id);
    watchApi();
  });
  afterEach(() => {
    const [first] = undeclared.splice(0);
    if (first) throw new Error(first);
  });
}

function meet(id: OperationId, code: RefusalCode): void {
  if (!refusalsOf(id).includes(code))
    undeclared.push(`${id} refuses with ${code}: its entry in the contract does not say so`);
}

function watch(commands: object, method: string, id: OperationId): void {
  const original = unwatched(commands, method);
  const note = (error: unknown) => {
    if (error instanceof Refusal) meet(id, error.code);
    throw error;
  };
  replace(commands, method, original, function (this: unknown, ...given) {
    try {
      const answer = original.apply(this, given);
      return answer instanceof Promise ? answer.catch(note) : answer;
    } catch (error) {
      return note(error);
    }
  });
}

interface Host {
  switchToHttp(): { getRequest(): { readonly method: string; readonly routeOptions: { readonly url?: string } } };
}

/** Also what guards, pipes and the framework refuse, and the handlers that are written by hand. */
function watchApi(): void {
  const filter = ProblemFilter.prototype;
  const original = unwatched(filter, 'catch');
  const ids = new Map(
    Object.entries<OperationEntry>(OPERATIONS).map(([id, { method, path }]) => [`${method} /api/v1${path}`, id]),
  );
  replace(filter, 'catch', original, function (this: unknown, error, host) {
    const { method, routeOptions } = (host as Host).switchToHttp().getRequest();
    const id = ids.get(`${method} ${routeOptions.url}`) as OperationId | undefined;
    const code = refusalOf(error, routeOptions.url)?.code;
    if (id && code) meet(id, code);
    return original.call(this, error, host);
  });
}

/** The suites of a worker share the commands: what an earlier suite put in the place of a method is not put under another. */
const ORIGINAL = Symbol.for('patravali:watched');

function unwatched(owner: object, method: string): Method {
  const now = Reflect.get(owner, method) as Method & { readonly [ORIGINAL]?: Method };
  return now[ORIGINAL] ?? now;
}

function replace(owner: object, method: string, original: Method, value: Method): void {
  const watching = Object.defineProperty(value, ORIGINAL, { value: original });
  Object.defineProperty(owner, method, { value: watching, configurable: true, writable: true });
}
