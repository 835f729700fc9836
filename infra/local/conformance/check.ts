import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isObject } from '../graph/body.ts';

/** Compares what goes in and out with Microsoft's own shapes, kept in a folder outside this repository. */
export type Check = {
  /** `type` is a name of the schema, or `page of` one. Gives what is wrong, nothing when all is well. */
  answer(type: string, body: unknown): string[];
  request(type: string, body: unknown): string[];
};

/** Answers are read strictly: open types are closed at any depth, except the fields of a row. */
function closed(schema: SchemaFile): SchemaFile {
  const copy = structuredClone(schema);
  copy.$id = 'graph-subset-output';
  const close = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(close);
    if (!isObject(node)) return;
    if (node.additionalProperties === true) Object.assign(node, { additionalProperties: false });
    Object.values(node).forEach(close);
  };
  for (const [name, definition] of Object.entries(copy.$defs)) if (name !== 'fieldValueSet') close(definition);
  return copy;
}

type SchemaFile = { $id: string; $defs: Record<string, unknown> };

const loaded = new Map<string, Check>();

export function loadCheck(folder: string): Check {
  const known = loaded.get(folder);
  if (known) return known;
  const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8')) as SchemaFile;
  const ajv = new Ajv({ strict: false, allowUnionTypes: true, allErrors: true });
  ajv.addSchema(schema);
  ajv.addSchema(closed(schema));
  const find = (form: 'graph-subset' | 'graph-subset-output', type: string): ValidateFunction => {
    const validate = ajv.getSchema(`${form}#/$defs/${type}`);
    if (!validate) throw new Error(`The schema has no type '${type}'.`);
    return validate;
  };
  const check: Check = {
    answer: (type, body) => {
      if (!type.startsWith('page of ')) return wrongIn(find('graph-subset-output', type), body);
      const validate = find('graph-subset-output', type.slice('page of '.length));
      if (!isObject(body) || !Array.isArray(body.value)) return ['a page without value'];
      const strange = Object.keys(body).filter((name) => name !== 'value' && !name.startsWith('@odata.'));
      return [
        ...strange.map((name) => `a page has no member ${name}`),
        ...body.value.flatMap((each) => wrongIn(validate, each)),
      ];
    },
    request: (type, body) => wrongIn(find('graph-subset', type), withKnownSpelling(find('graph-subset', type), body)),
  };
  loaded.set(folder, check);
  return check;
}

function wrongIn(validate: ValidateFunction, body: unknown): string[] {
  return validate(body) ? [] : [...new Set((validate.errors ?? []).map(toSentence))].slice(0, 5);
}

const toSentence = (error: ErrorObject): string => {
  const name =
    isObject(error.params) && 'additionalProperty' in error.params
      ? ` (${String(error.params.additionalProperty)})`
      : '';
  return `${error.instancePath || '/'} ${error.message ?? error.keyword}${name}`;
};

/** Graph takes the words of an enumeration in any case in requests; the schema knows one spelling. */
function withKnownSpelling(validate: ValidateFunction, body: unknown): unknown {
  const copy: unknown = structuredClone(body);
  if (isObject(copy)) delete (copy as Record<string, unknown>).deferCommit;
  if (validate(copy)) return copy;
  for (const error of validate.errors ?? []) {
    const allowed = error.keyword === 'enum' && isObject(error.params) ? error.params.allowedValues : undefined;
    if (Array.isArray(allowed)) respell(copy, error.instancePath.split('/').slice(1), allowed);
  }
  return copy;
}

function respell(body: unknown, path: readonly string[], allowed: readonly unknown[]): void {
  let holder: unknown = body;
  for (const part of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[part];
  const last = path.at(-1);
  if (!isObject(holder) && !Array.isArray(holder)) return;
  const value = (holder as Record<string, unknown>)[last ?? ''];
  const known = allowed.find((word) => typeof value === 'string' && String(word).toLowerCase() === value.toLowerCase());
  if (known !== undefined) (holder as Record<string, unknown>)[last ?? ''] = known;
}
