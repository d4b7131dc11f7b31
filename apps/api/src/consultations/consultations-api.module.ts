import { Module } from '@nestjs/common';
import { ConsultationsModule } from '@patravali/consultations';
import { ConsultationsController } from './consultations.controller';
import { QuestionsController } from './questions.controller';

@Module({ imports: [ConsultationsModule], controllers: [ConsultationsController, QuestionsController] })
export class ConsultationsApiModule {}
