import { Module } from '@nestjs/common';
import { CustodyModule } from '@patravali/custody';
import { MovementModule } from '@patravali/movement';
import { FileMovesController } from './file-moves.controller';
import { TakingBackController } from './taking-back.controller';

@Module({ imports: [CustodyModule, MovementModule], controllers: [FileMovesController, TakingBackController] })
export class MovementApiModule {}
