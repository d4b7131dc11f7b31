import { Module } from '@nestjs/common';
import { CustodyModule } from '@patravali/custody';
import { MovementModule } from '@patravali/movement';
import { ClockController } from './clock.controller';
import { FileMovesController } from './file-moves.controller';
import { FollowUpController } from './follow-up.controller';
import { ParkingController } from './parking.controller';
import { TakingBackController } from './taking-back.controller';

@Module({
  imports: [CustodyModule, MovementModule],
  controllers: [ClockController, FileMovesController, FollowUpController, ParkingController, TakingBackController],
})
export class MovementApiModule {}
