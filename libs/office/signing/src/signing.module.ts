import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import { ListCertificateBindings } from './bindings/list-certificate-bindings';
import * as commands from './commands';
import { ESignKey } from './opening/esign-key';
import { ESignService } from './office-key/esign-service';
import { OfficeKey } from './office-key/office-key';
import { OfficeSeal } from './office-key/office-seal';
import { ListSigningKeys } from './keys/list-signing-keys';
import { OpenKey } from './opening/open-key';
import { ListTrustedRoots } from './roots/list-trusted-roots';
import { CertificateJudge } from './trust/certificate-judge';

const EXPORTED = [
  ...Object.values(commands),
  ESignKey,
  ESignService,
  ListCertificateBindings,
  ListSigningKeys,
  ListTrustedRoots,
  OfficeKey,
  OfficeSeal,
  OpenKey,
];

/** The keys with which people sign: theirs, never those of their posts; that of the office; and whom the office trusts. */
@Module({ imports: [IdentityModule], providers: [...EXPORTED, CertificateJudge], exports: EXPORTED })
export class SigningModule {}
