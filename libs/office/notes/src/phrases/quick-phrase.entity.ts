import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sentence that is put into a note or a letter with a key: of one person, whatever the post, of a unit, or of the office. */
@Entity('quick_phrase')
export class QuickPhrase {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** Null when it is a unit's or the office's. */
  @Column('uuid', { nullable: true }) userId: string | null;
  /** Null when it is a person's or the office's. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { nullable: true }) textHi: string | null;
  @Column('text', { nullable: true }) textEn: string | null;
  /** From 1, without gaps among the phrases of its owner. */
  @Column('integer') place: number;
  @Column('integer') version: number;
}
