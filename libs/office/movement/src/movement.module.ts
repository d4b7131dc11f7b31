import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { END_PARKINGS, EndParkings } from './parking/end-parkings';
import { ListParkings } from './parking/list-parkings';
import { SendFile } from './sending/send-file';

const COMMANDS = Object.values(commands);

@Module({
  imports: [NotesModule],
  providers: [...COMMANDS, EndParkings, ListParkings, SendFile],
  exports: [...COMMANDS, EndParkings, ListParkings],
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
