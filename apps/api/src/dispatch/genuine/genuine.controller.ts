import { Controller } from '@nestjs/common';
import { CheckGenuine } from '@patravali/dispatch';
import { Input } from '../../http/input';
import { Operation } from '../../http/operation';

/** The check of a letter for programs: what the page at `/verify` says, as JSON. They hash the PDF themselves. */
@Controller()
export class GenuineController {
  constructor(private readonly checkGenuine: CheckGenuine) {}

  @Operation('checkGenuine')
  check(@Input() { query }: Input<'checkGenuine'>) {
    return this.checkGenuine.execute(query);
  }
}
