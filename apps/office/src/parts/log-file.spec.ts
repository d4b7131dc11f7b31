import fs, { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file';

describe('a log file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-log-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept short while it is written, and the lines before are kept beside it', () => {
    const path = join(folder, 'api.log');
    const log = new LogFile(path, 100);
    const file = log.open() ?? 0;
    for (let line = 0; line < 100; line++) {
      writeSync(file, `line ${line}\n`);
      log.shorten();
      expect(statSync(path).size).toBeLessThanOrEqual(100);
    }
    writeSync(file, 'the last line\n');
    log.close();
    expect(log.end(1)).toBe('the last line');
    const both = readFileSync(`${path}.1`, 'utf8') + readFileSync(path, 'utf8');
    expect(both.split('\n').slice(-3, -1)).toEqual(['line 99', 'the last line']);
    expect(both).toMatch(/^line \d+\n(line \d+\n)+the last line\n$/);
    expect(statSync(`${path}.1`).size).toBeLessThan(120);
  });

  it('is shortened even where its copy finds no room', () => {
    const path = join(folder, 'server.log');
    appendFileSync(path, 'x'.repeat(200));
    const noRoom = jest.spyOn(fs, 'copyFileSync').mockImplementation(() => {
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    });
    new LogFile(path, 100).shorten();
    noRoom.mockRestore();
    expect(statSync(path).size).toBe(0);
    expect(existsSync(`${path}.1`)).toBe(false);
  });

  it('that cannot be opened is done without', () => {
    expect(new LogFile(join(folder, 'nowhere', 'api.log'), 100).open()).toBeUndefined();
  });
});
