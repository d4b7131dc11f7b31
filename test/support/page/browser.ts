import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type * as Playwright from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions } from 'playwright-core';
import { keptByWorker, requiredByWorker } from '../worker/kept-by-worker';

/**
 * Not the package's own arguments: those switch off web security and the split into processes per site, and every
 * test of forged requests and scripts would prove nothing.
 */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

const { chromium } = requiredByWorker('playwright-core') as typeof Playwright;

/** A headless Chromium from the packages; close it in `afterAll`. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch(await optionsOfBrowser());
}

/** The one that all suites of this worker share. Whoever works in it has a context of their own, and closes that. */
export async function browserOfWorker(): Promise<Browser> {
  return await keptByWorker('chromium', startBrowser, (browser) => browser.isConnected());
}

/** One that keeps what it has in a folder, as a person's own does; started there again, it has it still. */
export async function startKeptBrowser(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await optionsOfBrowser());
}

export async function optionsOfBrowser(): Promise<LaunchOptions> {
  const folder = await unpackedChromium();
  const libraries = (await hasSystemLibraries()) ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGUMENTS,
    env: { ...definedEnvironment(), ...libraries, ...fonts },
  };
}

/** Unpacked once per installation beside the packages, and complete or not there: workers may ask at the same time. */
async function unpackedChromium(): Promise<string> {
  const archives = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const folder = join(archives, '..', 'unpacked');
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(`${folder}-`);
  await decompress(join(archives, 'chromium.br'), join(unfinished, 'chromium'), 0o755);
  await untar(join(archives, 'al2023.tar.br'), join(unfinished, 'al2023'));
  await untar(join(archives, 'fonts.tar.br'), join(unfinished, 'fonts'));
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** By way of a file: tar stops reading at the end mark of the archive, and a pipe with bytes behind it would break. */
async function untar(archive: string, folder: string): Promise<void> {
  mkdirSync(folder);
  const unpacked = `${folder}.tar`;
  await decompress(archive, unpacked);
  await promisify(execFile)('tar', ['-x', '-f', unpacked, '-C', folder]);
  rmSync(unpacked);
}

async function decompress(archive: string, file: string, mode = 0o644): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file, { mode }));
}

/** Chromium needs Mozilla's NSS, which a server seldom has. */
async function hasSystemLibraries(): Promise<boolean> {
  const { stdout } = await promisify(execFile)('/sbin/ldconfig', ['-p']).catch(() => ({ stdout: '' }));
  return stdout.includes('libnss3.so');
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
