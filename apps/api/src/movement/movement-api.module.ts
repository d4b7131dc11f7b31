import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { FileMovesController } from './file-moves.controller';

@Module({ imports: [FilesModule], controllers: [FileMovesController] })
export class MovementApiModule {}
