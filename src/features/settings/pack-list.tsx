import { itemsOf, type ListPart, moveItem, type PackItem, putItem, removeItem } from '../../themes/pack-edit.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import type { EditorFault } from './pack-faults.ts';
import { toItemList } from './pack-fields.ts';
import { PackItems, type Shown } from './pack-items.tsx';
import { usePackPartners } from './pack-partners.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = {
  readonly part: ListPart;
  readonly pack: ThemePack;
  readonly faults: readonly EditorFault[];
  readonly shown: Shown | undefined;
  readonly onChange: (pack: ThemePack) => void;
};

/** A part of a pack that is a list: documents, kinds of evidence, sources, timetable, columns of the cohort list. */
export function PackList({ part, pack, faults, shown, onChange }: Props) {
  const styles = useThemeStyles();
  const list = toItemList(part, pack, usePackPartners(pack));
  const items = itemsOf(pack, part);
  const placeOf = (at: PropertyKey | undefined) =>
    typeof at === 'number' ? at : items.findIndex((item) => item.id === at);
  return (
    <div className={styles.editor}>
      {list.hint !== undefined && <p className={styles.small}>{list.hint}</p>}
      <PackItems
        lines={items.map((item, index) => ({
          item,
          name: list.nameOf(item) || `number ${index + 1}`,
          text: list.nameOf(item) || 'Nothing here yet',
          about: list.aboutOf(item),
          fields: list.fields(item),
          mayRemove: list.mayRemove?.(item) ?? true,
          faults: faults.filter(({ path }) => path[0] === part && placeOf(path[1]) === index),
        }))}
        addWords={list.add}
        removeWord="Remove"
        shown={shown}
        shownAt={placeOf(shown?.at)}
        onAdd={() => onChange(putItem(pack, part, list.toNew()))}
        onPut={(index, item: PackItem) => onChange(putItem(pack, part, item, index))}
        {...(!list.isUnordered && { onMove: (index: number, by: -1 | 1) => onChange(moveItem(pack, part, index, by)) })}
        onRemove={(index) => onChange(removeItem(pack, part, index))}
      />
    </div>
  );
}
