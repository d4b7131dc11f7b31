import type { ViewFilters } from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A look at the inbox, or a search, that a person keeps for one post, under a name. */
@Entity('desk_view')
export class DeskView {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  /** Which of the twenty that a person keeps for a post; it says nothing else. */
  @Column('smallint') slot: number;
  @Column('text') name: string;
  @Column('jsonb') filters: ViewFilters;
  /** The post begins with it. */
  @Column('boolean') isFirst: boolean;
  @Column('integer') version: number;
}
