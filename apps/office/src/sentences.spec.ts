import { LauncherRefusal, sentence } from './sentences';

describe('the sentences of the launcher', () => {
  const { PATRAVALI_LANG } = process.env;
  afterEach(() => {
    if (PATRAVALI_LANG === undefined) delete process.env.PATRAVALI_LANG;
    else process.env.PATRAVALI_LANG = PATRAVALI_LANG;
  });

  it('are said in the language of the terminal, with what is filled in left as it is', () => {
    process.env.PATRAVALI_LANG = 'hi';
    expect(sentence('stopped')).toBe('बन्द हो गया।');
    process.env.PATRAVALI_LANG = 'en';
    expect(new LauncherRefusal('portTaken', { port: '3000' }).message).toContain('Port 3000 is taken');
    expect(sentence('databaseStartFailed', { reason: '$& {reason}' })).toMatch(/\n\$& \{reason\}$/);
  });
});
