import { JsonLogger } from '../../../apps/api/src/http/request-log';

/** Keeps the server's log out of the report: it is for whoever runs the office, not for who runs the tests. */
export function quietLog(): void {
  jest.spyOn(JsonLogger.prototype, 'printMessages' as never).mockImplementation(() => undefined as never);
}
