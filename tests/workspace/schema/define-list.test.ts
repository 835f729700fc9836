import { expectTypeOf, it } from 'vitest';
import type { NewRowOf, PatchOf, RowOf } from '../../../src/workspace/schema/define-list.ts';
import type { assessments, evidence } from '../../../src/workspace/schema/lists.ts';

it('a row has the types of its columns, and what is not required may be missing', () => {
  expectTypeOf<RowOf<typeof assessments>['verdict']>().toEqualTypeOf<
    'red' | 'amber' | 'green' | 'not-applicable' | undefined
  >();
  expectTypeOf<RowOf<typeof evidence>['state']>().not.toBeUndefined();
  expectTypeOf<RowOf<typeof evidence>['owner']>().toEqualTypeOf<
    { readonly id: string; readonly name: string } | undefined
  >();
});

it('a wrong value or an unknown column does not compile', () => {
  expectTypeOf<{ verdict: 'purple' }>().not.toExtend<PatchOf<typeof assessments>>();
  expectTypeOf<{ title: null }>().not.toExtend<PatchOf<typeof evidence>>();
  expectTypeOf<{ note: null }>().toExtend<PatchOf<typeof evidence>>();
  expectTypeOf<{ uid: string; title: string }>().not.toExtend<NewRowOf<typeof evidence>>();
});
