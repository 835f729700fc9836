/** From this share of its limit on, a field says how much fits. */
const SAID_FROM = 0.7;

/**
 * What a field says of its length. More may be typed, so that nothing is cut unseen; the pack is not saved until it
 * fits. The message does not count along, because it is spoken whenever it changes.
 */
export function sayLimit(value: string, max: number, hint?: string) {
  const { length } = value.trim();
  const counted = length > max * SAID_FROM ? `${length} of ${max} characters` : undefined;
  const said = [hint, counted].filter((part) => part !== undefined).join('. ');
  return {
    ...(said !== '' && { hint: said }),
    ...(length > max && { validationMessage: `Too long: at most ${max} characters fit.` }),
  };
}
