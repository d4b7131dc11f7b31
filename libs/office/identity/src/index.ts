export * from './commands';
export { DELETE_EXPIRED_SESSIONS } from './delete-expired';
export { IdentityModule } from './identity.module';
export { createActor } from './session/create-actor';
export { FindSession, type SignedIn } from './session/find-session';
export type { NewSession } from './sign-in/sign-in';
export { WelcomeQuery } from './welcome';
