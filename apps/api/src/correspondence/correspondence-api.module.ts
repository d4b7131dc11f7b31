import { Module } from '@nestjs/common';
import { CorrespondenceModule } from '@patravali/correspondence';
import { CorrespondenceController } from './correspondence.controller';

@Module({ imports: [CorrespondenceModule], controllers: [CorrespondenceController] })
export class CorrespondenceApiModule {}
