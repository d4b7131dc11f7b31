import { causeIn } from './log-cause';

const line = (level: string, message: unknown, more: object = {}) => JSON.stringify({ level, message, ...more });

describe('the cause in a log', () => {
  it('is what was logged as an error, and what was written past the log', () => {
    const log = [
      line('log', 'Starting'),
      line('error', 'no room', { stack: 'Error: no room\n    at once' }),
      ...Array.from({ length: 30 }, (_, index) => line('log', `Mapped ${index}`)),
      'Error: listen EADDRINUSE',
      '',
    ].join('\n');
    expect(causeIn(log)).toBe('Error: no room\n    at once\nError: listen EADDRINUSE');
  });

  it('is the last lines where nothing went wrong as far as the log knows', () => {
    const lines = Array.from({ length: 30 }, (_, index) => line('log', index));
    expect(causeIn(lines.join('\n'))).toBe(lines.slice(-12).join('\n'));
    expect(causeIn('')).toBe('');
  });
});
