import { DefaultNamingStrategy } from 'typeorm';

/** `readerPostIds` → `reader_post_ids`, as every column is named. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `holderPostId` is the column `holder_post_id`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}
