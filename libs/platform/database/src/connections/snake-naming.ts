import { snakeCase } from '@patravali/authorization';
import { DefaultNamingStrategy } from 'typeorm';

/** `holderPostId` is the column `holder_post_id`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}
