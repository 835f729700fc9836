import { Button, Field, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useRef } from 'react';
import {
  addGroup,
  moveGroup,
  movePrompt,
  nextPromptId,
  putGroup,
  putPrompt,
  removeGroup,
  withdrawPrompt,
} from '../../themes/pack-edit.ts';
import type { PackPrompt, ThemePack } from '../../themes/pack-schema.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { type EditorFault, sayFault } from './pack-faults.ts';
import { toPromptFields } from './pack-fields.ts';
import { KeyField } from './pack-item-field.tsx';
import { PackItems, type Shown } from './pack-items.tsx';
import { sayLimit } from './pack-limit.ts';
import { useThemeStyles } from './theme-styles.ts';
import { useFocusNext } from './use-focus-next.ts';

type Props = {
  readonly pack: ThemePack;
  /** Ids that no new prompt may have. */
  readonly used: ReadonlySet<string>;
  readonly faults: readonly EditorFault[];
  readonly shown: Shown | undefined;
  readonly onChange: (pack: ThemePack) => void;
};

/** The groups and their prompts: add, change, move, withdraw. */
export function PackPrompts(props: Props) {
  const { pack, faults, onChange } = props;
  const styles = useThemeStyles();
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext(root);
  const move = (at: number, by: -1 | 1) => {
    focusNext(`[data-group="${at + by} ${by}"]`);
    onChange(moveGroup(pack, pack.groups[at]?.id ?? '', by));
  };
  return (
    <div ref={root} className={styles.editor}>
      {pack.groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its id can be changed while somebody stands in it
        <section key={at} aria-label={group.name}>
          <div className={styles.line}>
            <KeyField
              value={group.id}
              field={{
                kind: 'key',
                of: 'groups',
                field: 'id',
                label: `Id of group ${at + 1}`,
                max: 10,
                taken: new Set(pack.groups.flatMap(({ id }) => (id === group.id ? [] : id))),
              }}
              fault={undefined}
              onChange={(id) => onChange(putGroup(pack, group.id, { ...group, id }))}
            />
            <Field
              label={`Name of group ${group.id}`}
              className={styles.grow}
              {...sayFault(faults, 'groups', at)}
              {...sayLimit(group.name, 100)}
            >
              <Input
                value={group.name}
                onChange={(_, { value }) => onChange(putGroup(pack, group.id, { ...group, name: value }))}
              />
            </Field>
            <div className={styles.actions}>
              <Button
                icon={<ArrowUp20Regular />}
                aria-label={`Move group ${group.name} up`}
                data-group={`${at} -1`}
                disabledFocusable={at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                icon={<ArrowDown20Regular />}
                aria-label={`Move group ${group.name} down`}
                data-group={`${at} 1`}
                disabledFocusable={at === pack.groups.length - 1}
                onClick={() => move(at, 1)}
              />
              {!pack.prompts.some((prompt) => prompt.group === group.id) && pack.groups.length > 1 && (
                <Button aria-label={`Remove group ${group.name}`} onClick={() => onChange(removeGroup(pack, group.id))}>
                  Remove
                </Button>
              )}
            </div>
          </div>
          <GroupPrompts {...props} group={group.id} />
        </section>
      ))}
      <Button
        icon={<Add20Regular />}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange(addGroup(pack, 'New group'))}
      >
        Add a group
      </Button>
    </div>
  );
}

function GroupPrompts({ pack, used, group, faults, shown, onChange }: Props & { readonly group: string }) {
  const announce = useAnnounce();
  const prompts = pack.prompts.filter((prompt) => prompt.group === group);
  const idAt = (at: number) => prompts[at]?.id ?? '';
  const wanted = pack.prompts[Number(shown?.at)];

  return (
    <PackItems
      lines={prompts.map((prompt) => ({
        item: prompt,
        name: prompt.id,
        code: prompt.id,
        text: prompt.text === '' ? 'No words yet' : prompt.text,
        fields: toPromptFields(prompt, pack, used),
        mayRemove: true,
        faults: faults.filter(({ path }) => path[0] === 'prompts' && path[1] === pack.prompts.indexOf(prompt)),
      }))}
      addWords="Add a prompt"
      removeWord="Withdraw"
      shown={shown}
      shownAt={wanted ? prompts.indexOf(wanted) : -1}
      onAdd={() => {
        const id = nextPromptId(pack, group, used);
        onChange(putPrompt(pack, { id, group, text: '', trust: ['derived'] }));
      }}
      onPut={(index, item) => onChange(putPrompt(pack, item as PackPrompt, idAt(index)))}
      onMove={(index, by) => onChange(movePrompt(pack, idAt(index), by))}
      onRemove={(index) => {
        announce(`${idAt(index)} is withdrawn from this version.`);
        onChange(withdrawPrompt(pack, idAt(index)));
      }}
    />
  );
}
