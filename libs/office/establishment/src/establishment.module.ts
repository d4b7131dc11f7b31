import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import * as commands from './commands';

const PROVIDED = Object.values(commands);

/** What administrators keep of the office itself: its units, its posts, its people, and who holds which post. */
@Module({ imports: [IdentityModule], providers: PROVIDED, exports: PROVIDED })
export class EstablishmentModule {}
