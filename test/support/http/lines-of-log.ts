import { LineLogger } from '@patravali/foundation';
import { JsonLogger } from '../../../apps/api/src/http/request-log';

interface Inside {
  stringifyJsonLogObject(line: object): string;
  getJsonLogObject(message: unknown, options: object): object;
}

/** Keeps what the server writes into its log from now on, a JSON line each, instead of writing it. */
export function linesOfLog(): { readonly lines: readonly string[]; close(): void } {
  const lines: string[] = [];
  // Other specs keep the server quiet.
  const quiet = jest.spyOn(JsonLogger.prototype, 'printMessages' as never);
  quiet.mockRestore();
  const kept = jest.spyOn(LineLogger.prototype, 'printAsJson' as never);
  kept.mockImplementation(function (this: Inside, message: unknown, options: object) {
    lines.push(this.stringifyJsonLogObject(this.getJsonLogObject(message, options)));
  } as never);
  return { lines, close: () => kept.mockRestore() };
}
