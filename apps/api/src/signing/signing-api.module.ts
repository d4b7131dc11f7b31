import { Module } from '@nestjs/common';
import { DispatchModule } from '@patravali/dispatch';
import { DraftsModule } from '@patravali/drafts';
import { SigningModule } from '@patravali/signing';
import { IdentityModule } from '@patravali/identity';
import { ESignAnswerController } from './esign-answer.controller';
import { LettersToSignController } from './letters-to-sign.controller';
import { SigningKeysController } from './signing-keys.controller';

@Module({
  imports: [DispatchModule, DraftsModule, IdentityModule, SigningModule],
  controllers: [ESignAnswerController, SigningKeysController, LettersToSignController],
})
export class SigningApiModule {}
