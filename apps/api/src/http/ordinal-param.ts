import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@patravali/errors';

/** A running number of the path, from 1. What is none names nothing, so it is not found. */
@Injectable()
export class OrdinalPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal('not-found');
    return Number(value);
  }
}
