/** A user name as it is kept: in NFC and in small letters, however it was typed. */
export function usernameAsKept(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}
