import { StreamableFile } from '@nestjs/common';
import { csvOf, type Sheet, xlsxOf } from '@patravali/spreadsheet';
import type { FastifyReply } from 'fastify';

const KINDS = {
  csv: { type: 'text/csv; charset=utf-8', made: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', made: xlsxOf },
} as const;

/** A table for a spreadsheet program: it is saved, and never shown by the browser. */
export async function madeSheet(
  reply: FastifyReply,
  kind: keyof typeof KINDS,
  sheet: Sheet,
  name: string,
): Promise<StreamableFile> {
  const { type, made } = KINDS[kind];
  const bytes = await made(sheet);
  void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  return new StreamableFile(bytes, {
    type,
    length: bytes.byteLength,
    disposition: `attachment; filename="${name}.${kind}"`,
  });
}
