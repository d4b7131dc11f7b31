import type { Actor } from '@patravali/authorization';
import type { NoteContent } from '@patravali/contract';
import { RegradeFile } from '@patravali/files';
import { kindOf } from './model-kinds';
import type { Written } from './model-steps';
import type { TestOffice } from './test-office';

/** What the model says of a note, as it is written in the office. */
export function aNoteOf(written: Written, postIdOf: (marking: string) => string): NoteContent {
  const { paragraphs, decision } = written;
  const paragraph = { children: [{ type: 'text' as const, text: 'परीक्षण किया गया।' }] };
  const text = { version: 1 as const, paragraphs: Array.from({ length: paragraphs }, () => paragraph) };
  return { text, decision, ...kindOf(written, postIdOf) };
}

/** What day it is in the office of a walk. */
export async function setToday(office: TestOffice, day: string): Promise<void> {
  await office.rows(
    `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
  );
}

/** Regrading asks for the version that was seen. */
export async function regradeSeen(office: TestOffice, by: Actor, fileId: string, confidential: boolean) {
  const sql = 'SELECT version FROM file_custody WHERE file_id = $1';
  const [seen] = await office.rows<{ version: number }>(sql, [fileId]);
  const request = { grading: confidential ? 'confidential' : 'normal', reason: 'नियमानुसार' } as const;
  return await office.get(RegradeFile).execute(by, fileId, request, seen?.version ?? 0);
}
