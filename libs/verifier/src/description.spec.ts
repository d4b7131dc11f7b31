import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBundle, writeBundle } from '../test/a-bundle';
import { anEvent, formOf } from '../test/an-event';
import { entriesOf, makeKey, sha256, uuid, write, writeLog } from '../test/a-log';

/** What docs/proof.md tells people to type. */
const description = readFileSync(join(__dirname, '../../../docs/proof.md'), 'utf8');
const section = description.split('### With `openssl` and `sha256sum`')[1] ?? '';
const [forCheckpoint = '', forEvent = ''] = [...section.matchAll(/```bash\n(.*?)```/gs)].map(([, shell]) => shell);
const ID = uuid(0xa1);
const EVENT = `events/file-${uuid(0xf1)}/000002.event`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'by-hand-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What the shell prints, without its mistakes. */
function told(shell: string): string {
  const own = shell.replaceAll('/tmp/', `${folder}/`);
  try {
    const env = { PATH: process.env.PATH, ID, EVENT };
    return execFileSync('bash', ['-c', own], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

it('shows the canonical form of an event', () => {
  const [form = ''] = /patravali event 2\nprevious 64 [^`]*/.exec(description) ?? [];
  expect(form).toBe(formOf(anEvent(), 2));
  expect(description).toContain(`whose SHA-256 is \`${sha256(form).toString('hex')}\``);
});

describe('with openssl and sha256sum', () => {
  it('the signature of a checkpoint is checked', () => {
    writeLog(folder, entriesOf(3), [makeKey(), makeKey()]);
    expect(told(forCheckpoint)).toContain('Signature Verified Successfully');
    write(folder, 'checkpoint', readFileSync(join(folder, 'checkpoint'), 'utf8').replace('\n3\n', '\n4\n'));
    expect(told(forCheckpoint)).not.toContain('Success');
  });

  it('an event of a bundle is followed to the root', () => {
    writeBundle(folder, aBundle([makeKey(), makeKey()]));
    expect(told(forEvent)).toBe('The event stands in the log.\n');
    write(folder, EVENT, `${readFileSync(join(folder, EVENT), 'utf8')} `);
    expect(told(forEvent)).toContain('The entry is of another event.');
    const entry = `entries/${ID}.entry`;
    write(folder, entry, `${readFileSync(join(folder, entry), 'utf8')} `);
    expect(told(forEvent)).not.toContain('The event stands in the log.');
  });
});
