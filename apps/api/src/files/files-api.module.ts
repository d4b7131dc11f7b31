import { Module } from '@nestjs/common';
import { FilesModule } from '@patravali/files';
import { FileClosingController } from './file-closing.controller';
import { FilesController } from './files.controller';

@Module({ imports: [FilesModule], controllers: [FilesController, FileClosingController] })
export class FilesApiModule {}
