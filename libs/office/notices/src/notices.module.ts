import { Module } from '@nestjs/common';
import { CommittedChanges } from './live/committed-changes';

const QUERIES = [CommittedChanges];

/** What people are told without asking: that something has changed. */
@Module({ providers: QUERIES, exports: QUERIES })
export class NoticesModule {}
