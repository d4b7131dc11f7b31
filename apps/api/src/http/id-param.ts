import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@patravali/errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id of the path. What is no id names nothing, so it is not found like any other thing that is not there. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new Refusal('not-found');
    return value.toLowerCase();
  }
}
