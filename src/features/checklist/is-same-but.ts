/** For `memo`: whether all is the same but the props that are looked at by another way. */
export function isSameBut<Props extends object>(before: Props, after: Props, but: readonly (keyof Props)[]): boolean {
  return (Object.keys(after) as (keyof Props)[]).every((prop) => but.includes(prop) || before[prop] === after[prop]);
}
