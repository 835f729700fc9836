/** A refusal in Entra's words; `number` is what stands behind AADSTS. */
export class SignInRefusal extends Error {
  readonly error: string;
  readonly number: number;
  readonly suberror: string | undefined;

  constructor(error: string, number: number, message: string, suberror?: string) {
    super(`AADSTS${number}: ${message}`);
    this.name = 'SignInRefusal';
    this.error = error;
    this.number = number;
    this.suberror = suberror;
  }
}

export const toSignInError = (refusal: SignInRefusal, now: string) => ({
  error: refusal.error,
  error_description: refusal.message,
  error_codes: [refusal.number],
  timestamp: now,
  ...(refusal.suberror ? { suberror: refusal.suberror } : {}),
});
