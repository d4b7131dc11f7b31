import { Controller, Req } from '@nestjs/common';
import type { SignedIn } from '@patravali/identity';
import { AddSigningKey, AddTokenKey, ListSigningKeys, MakeDemoKey, RevokeSigningKey } from '@patravali/signing';
import type { FastifyRequest } from 'fastify';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';

/** One's own signing keys. */
@Controller()
export class SigningKeysController {
  constructor(
    private readonly listKeys: ListSigningKeys,
    private readonly addKey: AddSigningKey,
    private readonly addToken: AddTokenKey,
    private readonly makeKey: MakeDemoKey,
    private readonly revokeKey: RevokeSigningKey,
  ) {}

  @Operation('listSigningKeys')
  list(@CurrentSession() { person }: SignedIn) {
    return this.listKeys.execute(person);
  }

  @Operation('addSigningKey')
  add(@CurrentSession() signedIn: SignedIn, @Input() { body }: Input<'addSigningKey'>, @Req() { ip }: FastifyRequest) {
    return this.addKey.execute(signedIn, body, ip);
  }

  @Operation('addTokenKey')
  addOfToken(
    @CurrentSession() signedIn: SignedIn,
    @Input() { body }: Input<'addTokenKey'>,
    @Req() { ip }: FastifyRequest,
  ) {
    return this.addToken.execute(signedIn, body, ip);
  }

  @Operation('makeDemoKey')
  makeDemo(@CurrentSession() signedIn: SignedIn, @Req() { ip }: FastifyRequest) {
    return this.makeKey.execute(signedIn, ip);
  }

  @Operation('revokeSigningKey')
  revoke(
    @CurrentSession() signedIn: SignedIn,
    @Input() { params }: Input<'revokeSigningKey'>,
    @Req() { ip }: FastifyRequest,
  ) {
    return this.revokeKey.execute(signedIn, params.keyId, ip);
  }
}
