import { readFile } from 'node:fs/promises';
import { readLog } from '../../../test/read-log';
import { useLog } from '../../../test/use-log';

const { keyFile, pool, store, candidate, write, untilAllIsLogged } = useLog();

describe('the key of the log', () => {
  it('is handed on by an entry that the key before it signed', async () => {
    await write();
    const sequencer = candidate();
    await untilAllIsLogged(sequencer);
    const written = await sequencer.rotateKey();
    await write();
    await untilAllIsLogged(candidate());
    const { entries, checkpoint } = await readLog(store());
    expect(checkpoint.size).toBe(3);
    expect(entries[1]).toMatch(/^patravali key 1\nkey \S+\nfrom \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\nsignature \S+\n$/);
    expect(entries[1]).toContain(`key ${String(written)}\n`);
    const keys = String(await store().readNamed('log/keys'))
      .trim()
      .split('\n');
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(written);
  });

  it('is in a file that its owner alone reads, and keeps the name under which the log began', async () => {
    await write();
    await untilAllIsLogged(candidate());
    await write();
    await untilAllIsLogged(candidate({ origin: 'elsewhere.example/log' }));
    expect((await readLog(store())).checkpoint.origin).toBe('eoffice.example.in/log');
    expect((await readFile(keyFile(), 'utf8')).startsWith('-----BEGIN PRIVATE KEY-----')).toBe(true);
  });
});

describe('the application', () => {
  it('can neither write nor change nor remove what is logged or waits', async () => {
    await write();
    await untilAllIsLogged(candidate());
    for (const table of ['log_entry', 'log_key', 'log_waiting', 'sealed_row', 'sealed_row_waiting']) {
      for (const act of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `INSERT INTO ${table} SELECT * FROM ${table}`])
        await expect(pool().query(act)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(pool().query('UPDATE log_entry SET index = index')).rejects.toMatchObject({ code: '42501' });
    await expect(pool().query('UPDATE log_key SET number = number')).rejects.toMatchObject({ code: '42501' });
    await expect(pool().query(`SELECT log_key_begins('x+01234567+A', NULL)`)).rejects.toMatchObject({
      constraint: 'log_key_is_an_entry',
    });
  });
});
