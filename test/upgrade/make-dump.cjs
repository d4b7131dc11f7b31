/**
 * Makes the office that an-older-office.db.spec.ts and an-older-backup.spec.ts start on the present version. What lies in
 * `office-0.2.0/` was made by this script, once. It is not made again: it shall stay what that version wrote.
 *
 * 1. Check out commit 795c8f79 beside this repository, install and build it. So that the office is as small as it may be, its
 *    demo had 16 ordinary files of 30 days instead of 86 of 76, and only two sections had work waiting (demo/past/past-story).
 *    Start it on an empty PostgreSQL 15: `DATABASE_URL=… PATRAVALI_DEMO=on PATRAVALI_DATA=… PATRAVALI_SESSION_HOURS=720 npm start`.
 * 2. With the same DATABASE_URL, PATRAVALI_DEMO and PATRAVALI_DATA, with pg_dump 15 and Node 24, run here
 *    `OFFICE_URL=http://127.0.0.1:3000 OFFICE_CHECKOUT=… node test/upgrade/make-dump.cjs`.
 *
 * The demo's people work over HTTP as their browsers would (work-in-the-older-office.ts). By SQL only this is changed:
 * two of them become people with a password, because an office has either demo people or others; and what would expire,
 * sessions and one unused link, lasts until 2099. The dump is plain SQL with an INSERT for each row and no owners; it
 * makes the application's role if that is missing, and holds the job queue's tables, but not which processes ran.
 * Beside it lies the backup that the version itself made: its documents are those of both.
 */
const { execFileSync } = require('node:child_process');
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { gzipSync } = require('node:zlib');
const { Client } = require('pg');
const { OlderOffice } = require('./desks-of-then.ts');
const { workInTheOlderOffice } = require('./work-in-the-older-office.ts');

const TARGET = join(__dirname, 'office-0.2.0');
const MAILED_WITHIN_MS = 30_000;
const PASSWORD = 'a word for the gate';
const ROLE = `DO $$ BEGIN
  CREATE ROLE patravali_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT patravali_app TO CURRENT_USER;
`;

void main();

async function main() {
  const databaseUrl = needed('DATABASE_URL');
  const office = new OlderOffice(needed('OFFICE_URL'));
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(`UPDATE office_user SET demo = false WHERE username IN ('imran', 'dinesh')`);
  const { token } = await office.useLink(linkFor('imran'), PASSWORD);
  const kept = {
    password: { username: 'imran', password: PASSWORD, token },
    link: { username: 'dinesh', token: linkFor('dinesh') },
    ...(await workInTheOlderOffice(office)),
  };
  await untilMailed(database);
  await database.query(`UPDATE session SET expires_at = '2099-01-01', last_used_at = '2098-12-31';
    UPDATE sign_in_link SET expires_at = '2099-01-01' WHERE used_at IS NULL`);
  await database.end();
  mkdirSync(TARGET, { recursive: true });
  writeFileSync(join(TARGET, 'kept.json'), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(TARGET, 'database.sql.gz'), gzipSync(dumpOf(databaseUrl), { level: 9 }));
  atOffice(['backup', join(TARGET, 'backup')]);
}

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** The token of a new one-time link, made at the older version's own command line. */
function linkFor(username) {
  return /#(\S+)/.exec(atOffice(['link', username]))[1];
}

function atOffice(words) {
  const all = ['dist/apps/office/src/main.js', ...words];
  return execFileSync(process.execPath, all, { cwd: needed('OFFICE_CHECKOUT'), encoding: 'utf8' });
}

async function untilMailed(database) {
  for (const start = Date.now(); Date.now() - start < MAILED_WITHIN_MS; await sleep(200)) {
    const { rowCount } = await database.query(`SELECT FROM dispatch WHERE state = 'queued'`);
    if (rowCount === 0) return;
  }
  throw new Error('the letter was not mailed');
}

/** \restrict and its like are commands of psql, which no other client understands. */
function dumpOf(databaseUrl) {
  const words = ['--column-inserts', '--no-owner', '--no-comments', '--exclude-table-data=pgboss.instance'];
  const sql = execFileSync('pg_dump', [...words, databaseUrl], { encoding: 'utf8', maxBuffer: 100_000_000 });
  return ROLE + sql.replaceAll(/^\\(un)?restrict .*$\n/gm, '').replaceAll(/^--.*$\n/gm, '');
}
