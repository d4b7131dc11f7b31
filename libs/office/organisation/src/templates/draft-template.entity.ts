import type { LetterForm, LetterLanguage, TemplateContent } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text from which drafts begin: of the office, or of a unit. */
@Entity('draft_template')
export class DraftTemplate {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** Null when it is for the whole office. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  /** By which it is known again, among those of its owner. */
  @Column('text') code: string;
  @Column('text') nameHi: string;
  @Column('text') nameEn: string;
  @Column('text') form: LetterForm;
  @Column('text') language: LetterLanguage;
  @Column('jsonb') content: TemplateContent;
  /** The number of letters that began from it; null: that of the office. */
  @Column('text', { nullable: true }) series: string | null;
  /** Drafts may begin from it. */
  @Column('boolean') inUse: boolean;
}
