import { invalidRequest } from './errors.ts';

/** The part of OData's `$filter` that SharePoint lists take: comparisons and text functions, joined by and, or, not. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; inner: Filter }
  | { kind: 'compare'; field: string; operator: Operator; value: Value };

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'startswith' | 'contains' | 'endswith';
export type Value = string | number | boolean | null;

const TOKEN = /\s*(?:('(?:[^']|'')*')|([(),])|(-?\d+(?:\.\d+)?(?![\w:-]))|([^\s(),']+))/gy;

export function readFilter(text: string): Filter {
  const tokens = cut(text);
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const take = (): string => {
    const token = tokens[at];
    if (token === undefined) throw invalid(text);
    at += 1;
    return token;
  };
  const expect = (token: string) => {
    if (take() !== token) throw invalid(text);
  };

  function readOr(): Filter {
    let left = readAnd();
    while (peek() === 'or') {
      take();
      left = { kind: 'or', left, right: readAnd() };
    }
    return left;
  }
  function readAnd(): Filter {
    let left = readNot();
    while (peek() === 'and') {
      take();
      left = { kind: 'and', left, right: readNot() };
    }
    return left;
  }
  function readNot(): Filter {
    if (peek() === 'not') {
      take();
      return { kind: 'not', inner: readNot() };
    }
    if (peek() === '(') {
      take();
      const inner = readOr();
      expect(')');
      return inner;
    }
    return readComparison();
  }
  function readComparison(): Filter {
    const word = take();
    if (/^(startswith|contains|endswith)$/i.test(word)) {
      expect('(');
      const field = take();
      expect(',');
      const value = toValue(take(), text);
      expect(')');
      if (peek() === 'eq' && tokens[at + 1]?.toLowerCase() === 'true') at += 2;
      return { kind: 'compare', field, operator: word.toLowerCase() as Operator, value };
    }
    const operator = take().toLowerCase();
    if (!/^(eq|ne|gt|ge|lt|le)$/.test(operator)) throw invalid(text);
    return { kind: 'compare', field: word, operator: operator as Operator, value: toValue(take(), text) };
  }

  const filter = readOr();
  if (at < tokens.length) throw invalid(text);
  return filter;
}

function cut(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (TOKEN.lastIndex < trimmed.length) {
    const found = TOKEN.exec(trimmed);
    if (!found) throw invalid(text);
    tokens.push((found[1] ?? found[2] ?? found[3] ?? found[4]) as string);
  }
  return tokens;
}

function toValue(token: string, text: string): Value {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(token)) return token;
  throw invalid(text);
}

const invalid = (text: string) => invalidRequest(`Invalid filter clause: ${text.slice(0, 200)}`);

export function matches(filter: Filter, readField: (field: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, readField) && matches(filter.right, readField);
    case 'or':
      return matches(filter.left, readField) || matches(filter.right, readField);
    case 'not':
      return !matches(filter.inner, readField);
    case 'compare':
      return compare(readField(filter.field), filter.operator, filter.value);
  }
}

/** Text compares without regard to case; a field with no value matches `eq null` and `ne` something. */
function compare(actual: unknown, operator: Operator, wanted: Value): boolean {
  const left = comparable(actual);
  const right = comparable(wanted);
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null || typeof left !== typeof right) return false;
  switch (operator) {
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'startswith':
      return String(left).startsWith(String(right));
    case 'endswith':
      return String(left).endsWith(String(right));
    case 'contains':
      return String(left).includes(String(right));
  }
}

function comparable(value: unknown): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : String(value).toLowerCase();
}

export function fieldsIn(filter: Filter): string[] {
  if (filter.kind === 'compare') return [filter.field];
  if (filter.kind === 'not') return fieldsIn(filter.inner);
  return [...fieldsIn(filter.left), ...fieldsIn(filter.right)];
}

/** The comparisons that all must hold: one of these may be answered by an index. */
export function conjuncts(filter: Filter): Extract<Filter, { kind: 'compare' }>[] {
  if (filter.kind === 'compare') return [filter];
  return filter.kind === 'and' ? [...conjuncts(filter.left), ...conjuncts(filter.right)] : [];
}
