import { Module } from '@nestjs/common';
import { SigningModule } from '@patravali/signing';
import { SigningKeysController } from './signing-keys.controller';

@Module({ imports: [SigningModule], controllers: [SigningKeysController] })
export class SigningApiModule {}
