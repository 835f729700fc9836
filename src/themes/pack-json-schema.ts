import * as z from 'zod/mini';
import { packSchema } from './pack-schema.ts';

/**
 * The pack's schema for whoever makes packs with other tools; it is published as `pack.schema.json`. What it cannot say
 * (that a day is a real one, that what a part names is there) is checked on reading.
 */
export function toPackJsonSchema(): object {
  const schema = z.toJSONSchema(packSchema, { target: 'draft-2020-12' });
  return { $id: 'https://jtai-ready.invalid/pack.schema.json', title: 'JTAI Ready theme pack', ...schema };
}
