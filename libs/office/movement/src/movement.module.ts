import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { CheckForward } from './check-forward';
import { CheckOpening } from './check-opening';
import { CheckFollowing } from './follow-up/check-following';
import { CheckParking } from './parking/check-parking';
import { END_PARKINGS, EndParkings } from './parking/end-parkings';
import { ListParkings } from './parking/list-parkings';
import { SendFile } from './send-file';

const COMMANDS = Object.values(commands);
const CHECKS = [CheckForward, CheckOpening, CheckParking, CheckFollowing];

@Module({
  imports: [NotesModule],
  providers: [...COMMANDS, ...CHECKS, EndParkings, ListParkings, SendFile],
  exports: [...COMMANDS, ...CHECKS, EndParkings, ListParkings],
})
export class MovementModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly endParkings: EndParkings,
  ) {}

  onModuleInit(): void {
    this.jobs.register(END_PARKINGS, () => this.endParkings.execute());
  }
}
