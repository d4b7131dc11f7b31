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
    ...[
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
    ],
    ...[
      '0/000.p',
      '0/000.p/0',
      '0/000.p/256',
      '0/000.p/01',
      '0/000.p/1/2',
      '0/000/',
      '0/000\n',
      '0/०००',
      'entries/000',
    ],
    ...[
      '..',
      '../checkpoint',
      '0/../../checkpoint',
      '0/..',
      './000',
      '0/000/../../../../log-key.pem',
      '0/000%2e%2e',
      '/0/000',
      'x/000',
    ],
  ])('is nothing called %j, and the store is not asked for it', async (path) => {
    expect(await log.tile(path)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is the checkpoint and the keys', async () => {
    await log.checkpoint();
    await log.keys();
    expect(asked).toEqual(['log/checkpoint', 'log/keys']);
  });
});
