import { Bilingual } from '@patravali/contract-base';
import { z } from 'zod';

/** A post that an answer names; `posts` of the same answer says what it is called. */
export const PostId = z.uuid().meta({ id: 'PostId' }).brand<'PostId'>();
export type PostId = z.infer<typeof PostId>;

/** What a post is called; in Hindi it is marked otherwise where the office says so. */
export const PostRef = z
  .object({
    id: z.uuid(),
    marking: z.string(),
    markingHi: z.string().nullable(),
    designation: Bilingual,
    unit: Bilingual,
  })
  .meta({ id: 'PostRef' });
export type PostRef = z.infer<typeof PostRef>;

/** What the posts are called that an answer names: each once, however many rows name it. */
export const Posts = z.record(z.string(), PostRef).meta({ id: 'Posts' });
export type Posts = z.infer<typeof Posts>;

/** An answer as it is shown: with each post in the place of its id. */
export type Named<T> = T extends PostId
  ? PostRef
  : T extends readonly (infer Item)[]
    ? Named<Item>[]
    : T extends object
      ? { [Name in keyof T]: Named<T[Name]> }
      : T;

/** An answer as it is read, before its posts are named. */
export type Unnamed<T> = T extends { posts: Posts } ? Omit<T, 'posts'> : T;

/** A place where an answer names a post: the names that lead there, `*` for each item of a list. */
export type PostPlace = readonly string[];

/** Every place where a value of this schema names a post. */
export function postPlaces(schema: z.ZodType): PostPlace[] {
  if (schema === PostId) return [[]];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return postPlaces(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return below('*', schema.element as z.ZodType);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => below(name, field as z.ZodType));
  return [];
}

const below = (name: string, schema: z.ZodType): PostPlace[] => postPlaces(schema).map((place) => [name, ...place]);
