import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../../support/database/cluster';

const AUDIT = join(__dirname, '../../../.ci/audit.cjs');
const folder = mkdtempSync(join(runFolder(), 'audit-'));

/** The audit with an npm that answers so. */
function audited(answer: string, code: number) {
  const npm = join(folder, 'npm.cjs');
  const asked = join(folder, 'asked');
  writeFileSync(
    npm,
    `require('node:fs').writeFileSync(${JSON.stringify(asked)}, process.argv.slice(2).join(' '));
     process.stdout.write(${JSON.stringify(answer)}); process.exitCode = ${String(code)};`,
  );
  const env = { ...process.env, npm_execpath: npm };
  const { status, stdout, stderr } = spawnSync(process.execPath, [AUDIT], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const weakness = (severity: string) => ({
  name: 'leaky',
  severity,
  range: '<2.0.1',
  via: ['deeper', { title: 'It tells everything', url: 'https://advisories.example/1' }],
});
const reportOf = (...severities: string[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(severities.map((severity) => [severity, weakness(severity)])),
    metadata: { vulnerabilities: {} },
  });

describe('The audit of the packages in continuous integration', () => {
  it('passes where nothing is known', () => {
    expect(audited(reportOf(), 0)).toEqual({
      status: 0,
      stdout: 'audit: 0 packages with a weakness that is high or critical, 0 with a lesser one\n',
      stderr: '',
    });
  });

  it.each(['high', 'critical'])('fails for a weakness that is %s, and names it', (severity) => {
    const { status, stderr } = audited(reportOf('low', severity), 1);
    expect([status, stderr]).toEqual([
      1,
      `leaky <2.0.1: ${severity}: by way of deeper; It tells everything https://advisories.example/1\n`,
    ]);
  });

  it('passes with lesser ones, and counts them', () => {
    const { status, stdout } = audited(reportOf('low', 'moderate'), 1);
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 with a lesser one')]);
  });

  it.each([
    ['refuses the question', '{"message":"405 Method Not Allowed - POST https://registry.example/audit","error":{}}'],
    ['is not there', '{"message":"request to https://registry.example/audit failed, reason: ECONNREFUSED"}'],
    ['answers nothing that can be read', ''],
  ])('says in one line that it was skipped where the registry %s', (_, answer) => {
    const { status, stdout, stderr } = audited(answer, 1);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^audit skipped: [^\n]+\n$/);
    expect(stdout).not.toContain('https:');
  });
});
