import { PostView } from '@patravali/contract';
import { projection } from '@patravali/database';

/** A post as lists of posts show it, of `post` and `unit`. */
export const POST_VIEW_COLUMNS = {
  id: 'post.id',
  marking: 'post.marking',
  markingHi: 'post.marking_hi',
  level: 'post.level',
  unitId: 'post.unit_id',
  superiorPostId: 'post.superior_post_id',
  roles: 'to_jsonb(post.roles)',
  designation: `jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en)`,
  unit: `jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en)`,
  holder: 'post_holder(post.id)',
} as const;

export const POST_VIEW = projection(PostView, POST_VIEW_COLUMNS);
