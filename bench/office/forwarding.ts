import { randomInt } from 'node:crypto';
import type { BenchOffice } from './bench-office';
import { POSTS, postId } from './people';

/** A file, and the number of the person on whose desk it is. */
export interface OnDesk {
  readonly id: string;
  holder: number;
}

/** Each client has files of its own; a file goes from whoever holds it to a post drawn at random. */
export async function forwardOne(office: BenchOffice, files: OnDesk[], client: number, clients: number): Promise<void> {
  const file = files[randomInt(Math.floor(files.length / clients)) * clients + client];
  if (!file) throw new Error('There is no such file');
  const to = (file.holder + 1 + randomInt(POSTS - 20)) % (POSTS - 10);
  if (to === file.holder) return;
  await office.ask(file.holder, `/files/${file.id}/forward`, {
    method: 'POST',
    body: { toPostId: postId(to), remarks: 'कृपया देखें' },
  });
  file.holder = to;
}

export async function filesOnDesks({ sql }: BenchOffice): Promise<OnDesk[]> {
  const { rows } = await sql.query<OnDesk>(
    `SELECT file_id AS id, ('x' || right(holder_post_id::text, 12))::bit(48)::bigint::int AS holder FROM file_custody
     WHERE state = 'on_desk' AND notes < 100 ORDER BY md5(file_id::text) LIMIT 8000`,
  );
  return rows;
}
