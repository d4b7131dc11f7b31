import { Module } from '@nestjs/common';
import { PeopleModule } from '@patravali/people';
import { PeopleController } from './people.controller';

@Module({ imports: [PeopleModule], controllers: [PeopleController] })
export class PeopleApiModule {}
