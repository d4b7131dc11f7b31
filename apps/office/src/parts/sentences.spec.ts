import { LauncherRefusal, sentence } from './sentences';

describe('the sentences of the launcher', () => {
  const { PATRAVALI_LANG } = process.env;
  afterEach(() => {
    delete process.env.PATRAVALI_COMMAND;
    if (PATRAVALI_LANG === undefined) delete process.env.PATRAVALI_LANG;
    else process.env.PATRAVALI_LANG = PATRAVALI_LANG;
  });

  it('are said in the language of the terminal, with what is filled in left as it is', () => {
    process.env.PATRAVALI_LANG = 'hi';
    expect(sentence('stopped')).toBe('बन्द हो गया।');
    process.env.PATRAVALI_LANG = 'en';
    expect(new LauncherRefusal('portTaken', { port: '3000' }).message).toContain('Port 3000 is in use');
    expect(sentence('databaseStartFailed', { reason: '$& {reason}' })).toMatch(/\n\$& \{reason\}$/);
  });

  it('name the commands as they are given where the office was started', () => {
    process.env.PATRAVALI_LANG = 'en';
    expect(sentence('sweepRefused')).toMatch(/See npm run office -- check$/);
    process.env.PATRAVALI_COMMAND = 'office';
    expect(sentence('sweepRefused')).toMatch(/See office check$/);
    for (const line of sentence('usage').split('\n')) expect(line).toMatch(/^(office [a-z]| {4})/);
  });
});
