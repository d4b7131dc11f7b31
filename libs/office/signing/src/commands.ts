/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AddSigningKey } from './add-signing-key';
export { AddTokenKey } from './add-token-key';
export { MakeDemoKey } from './make-demo-key';
export { RevokeSigningKey } from './revoke-signing-key';
