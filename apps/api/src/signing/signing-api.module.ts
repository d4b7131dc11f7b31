import { Module } from '@nestjs/common';
import { DispatchModule } from '@patravali/dispatch';
import { DraftsModule } from '@patravali/drafts';
import { SigningModule } from '@patravali/signing';
import { LettersToSignController } from './letters-to-sign.controller';
import { SigningKeysController } from './signing-keys.controller';

@Module({
  imports: [DispatchModule, DraftsModule, SigningModule],
  controllers: [SigningKeysController, LettersToSignController],
})
export class SigningApiModule {}
