/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AddSigningKey } from './keys/add-signing-key';
export { AddTokenKey } from './keys/add-token-key';
export { AddTrustedRoot } from './roots/add-trusted-root';
export { BindCertificate } from './bindings/bind-certificate';
export { EndCertificateBinding } from './bindings/end-certificate-binding';
export { EndTrustedRoot } from './roots/end-trusted-root';
export { MakeDemoKey } from './keys/make-demo-key';
export { RevokeSigningKey } from './keys/revoke-signing-key';
