import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import * as commands from './commands';
import { ESignKey } from './esign-key';
import { ListSigningKeys } from './list-signing-keys';
import { OpenKey } from './open-key';

const EXPORTED = [...Object.values(commands), ESignKey, ListSigningKeys, OpenKey];

/** The keys with which people sign: theirs, never those of their posts. */
@Module({ imports: [IdentityModule], providers: EXPORTED, exports: EXPORTED })
export class SigningModule {}
