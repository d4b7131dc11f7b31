import type { TenureKind } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The cover of a file: what is searched, and never moves. Not `File`: that name is JavaScript's own. */
@Entity('office_file')
export class OfficeFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** `A-11011/5/2026-Estt`. */
  @Column('text') number: string;
  /** As letters in Hindi print it, where it reads otherwise there. */
  @Column('text', { nullable: true }) numberHi: string | null;
  /** Short, for typing. */
  @Column('integer') computerNumber: number;
  @Column('uuid') unitId: string;
  @Column('uuid') headId: string;
  /** The rendered prefix that its serial runs in. */
  @Column('text') series: string;
  @Column('text') subject: string;
  /** The file of which it is a part, and which one. */
  @Column('uuid', { nullable: true }) mainFileId: string | null;
  @Column('integer', { nullable: true }) part: number | null;
  /** Of a further volume: the first, and which one it is. */
  @Column('uuid', { nullable: true }) firstVolumeId: string | null;
  @Column('integer', { nullable: true }) volume: number | null;
  @Column('text', { nullable: true }) coverRemarks: string | null;
  @Column('uuid') createdByUserId: string;
  @Column('uuid') createdByPostId: string;
  @Column('text') createdCapacity: TenureKind;
}
