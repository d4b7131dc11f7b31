/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ChangePassword } from './sign-in/change-password';
export { ConfirmSession } from './confirmation/confirm-session';
export { EndOtherSessions } from './own-sessions/end-other-sessions';
export { EndSession } from './own-sessions/end-session';
export { LoadOffice } from './load-office';
export { MakeSignInLink } from './sign-in/make-sign-in-link';
export { SetUpOffice } from './set-up/set-up-office';
export { SignIn } from './sign-in/sign-in';
export { SignInAsDemoPerson } from './sign-in/sign-in-as-demo-person';
export { SignInByLink } from './sign-in/sign-in-by-link';
export { SignOut } from './own-sessions/sign-out';
