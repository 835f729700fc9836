/** Waits at most `milliseconds`; then rejects with what `onLate` makes. The work itself is not stopped. */
export function withTimeLimit<T>(work: Promise<T>, milliseconds: number, onLate: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(onLate()), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
