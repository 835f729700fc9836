import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useEffect, useRef, useState } from 'react';
import type { PackItem } from '../../themes/pack-edit.ts';
import type { EditorFault } from './pack-faults.ts';
import type { ItemField } from './pack-fields.ts';
import { PackItemField } from './pack-item-field.tsx';
import { useThemeStyles } from './theme-styles.ts';
import { useFocusNext } from './use-focus-next.ts';

/** Somebody asked to see the thing at this place; asking again makes another one. */
export type Shown = { readonly at: PropertyKey | undefined };

type Line = {
  readonly item: PackItem;
  /** What it is called in its buttons: short, and told from the others. */
  readonly name: string;
  readonly code?: string;
  readonly text: string;
  readonly about?: string;
  readonly fields: readonly ItemField[];
  readonly mayRemove: boolean;
  readonly faults: readonly EditorFault[];
};

type Props = {
  readonly lines: readonly Line[];
  readonly addWords: string;
  readonly removeWord: 'Remove' | 'Withdraw';
  readonly shown: Shown | undefined;
  /** The line to open, counted from 0; below 0 where it is in another list. */
  readonly shownAt: number;
  readonly onAdd: () => void;
  readonly onPut: (at: number, item: PackItem) => void;
  readonly onMove?: (at: number, by: -1 | 1) => void;
  readonly onRemove: (at: number) => void;
};

/** A list of alike things in a pack: add, change, move, remove, from the keyboard too. */
export function PackItems({ lines, addWords, removeWord, shown, shownAt, onAdd, onPut, onMove, onRemove }: Props) {
  const styles = useThemeStyles();
  const [edited, setEdited] = useState<number | undefined>();
  const root = useRef<HTMLDivElement>(null);
  const seen = useRef<Shown>(undefined);
  const focusNext = useFocusNext(root);
  const form = '[data-form] :is(input, textarea)';
  const act = (at: number, which: string) => `[data-act="${at} ${which}"]`;

  useEffect(() => {
    if (shown === undefined || shown === seen.current || shownAt < 0) return;
    seen.current = shown;
    setEdited(shownAt);
    focusNext('[data-form] [aria-invalid=true]', form);
  });

  function open(at: number) {
    setEdited(at);
    focusNext(form);
  }

  function move(at: number, by: -1 | 1) {
    setEdited(edited === at ? at + by : edited === at + by ? at : edited);
    const which = by === 1 ? 'down' : 'up';
    // Over the edge of a group it is in another list now.
    focusNext(act(at + by, which), act(at, which), '[data-add]');
    onMove?.(at, by);
  }

  function remove(at: number) {
    setEdited(edited === undefined || edited === at ? undefined : edited > at ? edited - 1 : edited);
    focusNext(act(at, 'change'), act(at - 1, 'change'), '[data-add]');
    onRemove(at);
  }

  return (
    <div ref={root}>
      <ul className={styles.list}>
        {lines.map(({ item, name, code, text, about, fields, mayRemove, faults }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: whatever else it is known by can be changed while it is open
          <li key={at} className={styles.row} aria-label={name}>
            <div className={styles.line}>
              <div className={styles.words}>
                <span className={styles.text}>
                  {code !== undefined && <span className={styles.code}>{code} </span>}
                  {text}
                </span>
                {about !== undefined && <span className={styles.small}>{about}</span>}
              </div>
              <div className={styles.acts}>
                <Button
                  size="small"
                  className={styles.act}
                  data-act={`${at} change`}
                  aria-expanded={edited === at}
                  aria-label={`${edited === at ? 'Done with' : 'Change'} ${name}`}
                  onClick={() => (edited === at ? setEdited(undefined) : open(at))}
                >
                  {edited === at ? 'Done' : 'Change'}
                </Button>
                {onMove && (
                  <>
                    <Button
                      icon={<ArrowUp20Regular />}
                      size="small"
                      className={styles.act}
                      data-act={`${at} up`}
                      aria-label={`Move ${name} up`}
                      onClick={() => move(at, -1)}
                    />
                    <Button
                      icon={<ArrowDown20Regular />}
                      size="small"
                      className={styles.act}
                      data-act={`${at} down`}
                      aria-label={`Move ${name} down`}
                      onClick={() => move(at, 1)}
                    />
                  </>
                )}
                {mayRemove && (
                  <Button
                    size="small"
                    className={styles.act}
                    aria-label={`${removeWord} ${name}`}
                    onClick={() => remove(at)}
                  >
                    {removeWord}
                  </Button>
                )}
              </div>
            </div>
            {edited === at && (
              <div className={styles.form} data-form>
                <div className={styles.fields}>
                  {fields.map((field) => (
                    <PackItemField
                      key={field.field}
                      item={item}
                      field={field}
                      fault={faults.find(({ path }) => (path[2] ?? 'id') === field.field)?.sentence}
                      onChange={(next) => onPut(at, next)}
                    />
                  ))}
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button
        icon={<Add20Regular />}
        data-add
        onClick={() => {
          onAdd();
          open(lines.length);
        }}
      >
        {addWords}
      </Button>
    </div>
  );
}
