/**
 * The process in which pictures of strangers become the pages of a PDF: `node picture-child <folder> <pdf>`. For each line of its input, a
 * PictureJob, it reads the picture of that name in the folder, and prints one PictureResult, or dies in the attempt. One picture is
 * in memory at a time. Beyond its folder it imports nothing of the product but types, so that Node runs it from its source.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PictureJob, PictureResult } from '../picture-result';
import { pageOfPicture } from './page-of-picture.ts';
import { PdfFile } from './pdf-file.ts';
import { UnfitPicture } from './picture.ts';

async function resultOf(folder: string, pdf: PdfFile, job: PictureJob): Promise<PictureResult> {
  if ('end' in job) {
    pdf.end();
    return { outcome: 'ended' };
  }
  try {
    const { format, page } = await pageOfPicture(readFileSync(join(folder, basename(job.add))));
    pdf.add(page);
    return { outcome: 'added', format };
  } catch (error) {
    if (error instanceof UnfitPicture) return { outcome: 'unfit', reason: error.reason };
    throw error;
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

async function main([folder, output]: readonly string[]): Promise<void> {
  if (!folder || !output) throw new TypeError('picture-child <folder> <pdf>');
  const file = openSync(output, 'wx', 0o600);
  const pdf = new PdfFile((bytes) => writeAll(file, bytes));
  // Said before a picture is read: a child that dies without it failed by itself, not by a picture.
  writeAll(1, Buffer.from('ready\n'));
  for await (const line of createInterface({ input: process.stdin })) {
    const result = await resultOf(folder, pdf, JSON.parse(line) as PictureJob);
    writeAll(1, Buffer.from(`${JSON.stringify(result)}\n`));
  }
  closeSync(file);
}

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    writeSync(2, String(error));
    process.exit(1);
  },
);
