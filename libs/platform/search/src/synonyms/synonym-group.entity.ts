import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words and phrases that mean the same in one office. */
@Entity('synonym_group')
export class SynonymGroup {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** As they were written. */
  @Column('text', { array: true }) words: string[];
  /** Each in the same order as its stems, with blanks between them. */
  @Column('text', { array: true }) stems: string[];
  @Column('integer') version: number;
}
