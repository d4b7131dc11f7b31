import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of case: for which the office lays down through which levels it goes, and who disposes of it. */
@Entity('case_category')
export class CaseCategory {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** By which it is known again. */
  @Column('text') code: string;
  @Column('text') nameHi: string;
  @Column('text') nameEn: string;
  /** The unit whose cases these are; null for the whole office. */
  @Column('uuid', { nullable: true }) unitId: string | null;
}
