import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayInIndia, select } from '@patravali/database';
import { marksOf, TextIndex } from '@patravali/search';
import { z } from 'zod';

/** To what files are narrowed: the day on which one was opened, and whose it is. */
export const MARKS_OF_FILE = marksOf({ day: dayInIndia('f.created_at'), unit: 'f.unit_id' });

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
        await tx.query(
          `SELECT say_files(array_agg(f.id), array_agg((given.said::tsvector || ${MARKS_OF_FILE})::text))
          FROM unnest($1::uuid[], $2::text[]) given (id, said) JOIN office_file f ON f.id = given.id`,
          [ids, said],
        );
      },
    });
  }
}
