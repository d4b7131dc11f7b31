import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import * as commands from './commands';
import { ESignKey } from './opening/esign-key';
import { ESignService } from './office-key/esign-service';
import { OfficeKey } from './office-key/office-key';
import { ListSigningKeys } from './keys/list-signing-keys';
import { OpenKey } from './opening/open-key';

const EXPORTED = [...Object.values(commands), ESignKey, ESignService, ListSigningKeys, OfficeKey, OpenKey];

/** The keys with which people sign: theirs, never those of their posts; and that of the office. */
@Module({ imports: [IdentityModule], providers: EXPORTED, exports: EXPORTED })
export class SigningModule {}
