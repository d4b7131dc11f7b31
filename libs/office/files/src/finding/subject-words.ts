import { Injectable, type OnModuleInit } from '@nestjs/common';
import { select } from '@patravali/database';
import { TextIndex } from '@patravali/search';
import { z } from 'zod';

const Subject = z.object({ id: z.uuid(), text: z.string() });

/** By which words a file is found: how they are read and kept. */
@Injectable()
export class SubjectWords implements OnModuleInit {
  constructor(private readonly texts: TextIndex) {}

  onModuleInit(): void {
    this.texts.register('file', {
      all: 'SELECT s.file_id FROM file_search s',
      read: (tx, ids) =>
        select(
          tx,
          Subject,
          `SELECT f.id, concat_ws(' ', f.number, f.number_hi, f.subject) AS text FROM office_file f
          WHERE f.id = ANY ($1::uuid[])`,
          [ids],
        ),
      keep: async (tx, ids, said) => {
        await tx.query('SELECT say_files($1::uuid[], $2::text[])', [ids, said]);
      },
    });
  }
}
