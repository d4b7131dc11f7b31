import { Module } from '@nestjs/common';
import { CustodyModule } from '@patravali/custody';
import { MovementModule } from '@patravali/movement';
import { FileMovesController } from './file-moves.controller';

@Module({ imports: [CustodyModule, MovementModule], controllers: [FileMovesController] })
export class MovementApiModule {}
