import { PublicLog } from './public-log';

describe('what of the log anybody may read', () => {
  const asked: string[] = [];
  const log = new PublicLog({
    readNamed: (name) => {
      asked.push(name);
      return Promise.resolve(Buffer.from(name));
    },
  });
  beforeEach(() => (asked.length = 0));

  it.each(['0/000', '0/255', '1/000.p/1', '0/x001/000', '0/x001/x234/567.p/255', '7/x999/x999/999'])(
    'is the tile %s',
    async (path) => {
      expect(String(await log.tile(path))).toBe(`log/tile/${path}`);
    },
  );

  it.each([
    '',
    '0',
    '0/',
    '0/1',
    '0/01',
    '0/0000',
    '00/000',
    '000/000',
    '-1/000',
    '0/x000/001',
    '0/x001/x000/x000/000',
    '0/001/002',
    '0/000.p',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000.p/1/2',
    '0/000/',
    '0/000\n',
    '0/०००',
    'entries/000',
    '..',
    '../checkpoint',
    '0/../../checkpoint',
    '0/..',
    './000',
    '0/000/../../../../log-key.pem',
    '0/000%2e%2e',
    '/0/000',
    'x/000',
  ])('is nothing called %j, and the store is not asked for it', async (path) => {
    expect(await log.tile(path)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is the checkpoints, the keys and what the log says of itself', async () => {
    await log.checkpoint();
    await log.witnessed();
    await log.keys();
    await log.changes();
    expect(asked).toEqual(['log/checkpoint', 'log/witnessed', 'log/witnessed', 'log/keys', 'log/changes']);
  });

  it('bears the signature of the witness as soon as it has signed the last checkpoint, and not before', async () => {
    const notes = new Map<string, string>();
    const readNamed = (name: string) => Promise.resolve(notes.has(name) ? Buffer.from(notes.get(name) ?? '') : null);
    const shown = async () => (await new PublicLog({ readNamed }).checkpoint())?.toString() ?? null;
    expect(await shown()).toBeNull();
    notes.set('log/checkpoint', 'a/log\n3\nroot\n\n— a/log x\n');
    expect(await shown()).toBe(notes.get('log/checkpoint'));
    notes.set('log/witnessed', 'a/log\n2\nroot\n\n— a/log y\n— w z\n');
    expect(await shown()).toBe(notes.get('log/checkpoint'));
    notes.set('log/witnessed', 'a/log\n3\nroot\n\n— a/log x\n— w z\n');
    expect(await shown()).toBe(notes.get('log/witnessed'));
  });
});
