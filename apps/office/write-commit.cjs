/**
 * Writes into `dist` of which commit it was built, for the office that runs there: as the environment says, as git says, or as an
 * archive says that git has made (`commit.txt`, see .gitattributes). Runs after each build.
 */
const { execFileSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const COMMIT = /^[\da-f]{7,64}$/;

exports.writeCommit = () => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(
    join(root, 'dist', 'commit'),
    `${process.env.PATRAVALI_COMMIT || ofGit() || ofArchive() || 'unknown'}\n`,
  );
};

/** With `-dirty` behind it where a source was changed since. */
function ofGit() {
  if (!existsSync(join(root, '.git'))) return undefined;
  const words = ['-C', root, 'describe', '--always', '--dirty', '--abbrev=12', '--exclude=*'];
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function ofArchive() {
  const commit = readFileSync(join(__dirname, 'commit.txt'), 'utf8').trim();
  return COMMIT.test(commit) ? commit.slice(0, 12) : undefined;
}

if (require.main === module) exports.writeCommit();
