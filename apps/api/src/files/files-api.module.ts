import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { FileClosingController } from './file-closing.controller';
import { FilesTogetherController } from './files-together.controller';
import { FilesController } from './files.controller';

@Module({ imports: [FilesModule], controllers: [FilesController, FileClosingController, FilesTogetherController] })
export class FilesApiModule {}
