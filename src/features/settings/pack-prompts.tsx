import { Button, Field, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useState } from 'react';
import {
  addGroup,
  moveGroup,
  movePrompt,
  nextPromptId,
  putPrompt,
  removeGroup,
  renameGroup,
  withdrawPrompt,
} from '../../themes/pack-edit.ts';
import type { PackPrompt, ThemePack } from '../../themes/pack-schema.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { sayLimit } from './pack-limit.ts';
import { PackPromptForm } from './pack-prompt-form.tsx';
import { useThemeStyles } from './theme-styles.ts';

type Props = {
  readonly pack: ThemePack;
  /** Ids that no new prompt may have. */
  readonly used: ReadonlySet<string>;
  readonly onChange: (pack: ThemePack) => void;
};

/** The groups and their prompts: add, change, move, withdraw. */
export function PackPrompts({ pack, used, onChange }: Props) {
  const styles = useThemeStyles();
  return (
    <div className={styles.editor}>
      {pack.groups.map((group, at) => (
        <section key={group.id} aria-label={group.name}>
          <div className={styles.line}>
            <Field label={`Name of group ${group.id}`} className={styles.grow} {...sayLimit(group.name, 100)}>
              <Input value={group.name} onChange={(_, { value }) => onChange(renameGroup(pack, group.id, value))} />
            </Field>
            <div className={styles.actions}>
              <Button
                icon={<ArrowUp20Regular />}
                aria-label={`Move group ${group.name} up`}
                className={styles.button}
                disabledFocusable={at === 0}
                onClick={() => onChange(moveGroup(pack, group.id, -1))}
              />
              <Button
                icon={<ArrowDown20Regular />}
                aria-label={`Move group ${group.name} down`}
                className={styles.button}
                disabledFocusable={at === pack.groups.length - 1}
                onClick={() => onChange(moveGroup(pack, group.id, 1))}
              />
              {!pack.prompts.some((prompt) => prompt.group === group.id) && pack.groups.length > 1 && (
                <Button
                  aria-label={`Remove group ${group.name}`}
                  className={styles.button}
                  onClick={() => onChange(removeGroup(pack, group.id))}
                >
                  Remove
                </Button>
              )}
            </div>
          </div>
          <GroupPrompts pack={pack} used={used} group={group.id} onChange={onChange} />
        </section>
      ))}
      <Button
        icon={<Add20Regular />}
        className={styles.button}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange(addGroup(pack, 'New group'))}
      >
        Add a group
      </Button>
    </div>
  );
}

function GroupPrompts({ pack, used, group, onChange }: Props & { readonly group: string }) {
  const styles = useThemeStyles();
  const announce = useAnnounce();
  const [edited, setEdited] = useState<string | undefined>();
  const prompts = pack.prompts.filter((prompt) => prompt.group === group);

  function add() {
    const id = nextPromptId(pack, group, used);
    onChange(putPrompt(pack, { id, group, text: '', trust: ['derived'] }));
    setEdited(id);
  }

  function change(prompt: PackPrompt, inPlaceOf: string) {
    onChange(putPrompt(pack, prompt, inPlaceOf));
    setEdited(prompt.id);
  }

  return (
    <>
      <ul className={styles.list}>
        {prompts.map((prompt) => (
          <li key={prompt.id} className={styles.row} aria-label={prompt.id}>
            <div className={styles.line}>
              <span className={styles.words}>
                <span className={styles.text}>
                  <span className={styles.code}>{prompt.id}</span> {prompt.text === '' ? 'No words yet' : prompt.text}
                </span>
              </span>
              <div className={styles.acts}>
                <Button
                  size="small"
                  className={styles.act}
                  aria-expanded={edited === prompt.id}
                  aria-label={`${edited === prompt.id ? 'Done with' : 'Change'} ${prompt.id}`}
                  onClick={() => setEdited(edited === prompt.id ? undefined : prompt.id)}
                >
                  {edited === prompt.id ? 'Done' : 'Change'}
                </Button>
                <Button
                  icon={<ArrowUp20Regular />}
                  size="small"
                  className={styles.act}
                  aria-label={`Move ${prompt.id} up`}
                  onClick={() => onChange(movePrompt(pack, prompt.id, -1))}
                />
                <Button
                  icon={<ArrowDown20Regular />}
                  size="small"
                  className={styles.act}
                  aria-label={`Move ${prompt.id} down`}
                  onClick={() => onChange(movePrompt(pack, prompt.id, 1))}
                />
                <Button
                  size="small"
                  className={styles.act}
                  aria-label={`Withdraw ${prompt.id}`}
                  onClick={() => {
                    onChange(withdrawPrompt(pack, prompt.id));
                    announce(`${prompt.id} is withdrawn from this version.`);
                  }}
                >
                  Withdraw
                </Button>
              </div>
            </div>
            {edited === prompt.id && (
              <PackPromptForm pack={pack} prompt={prompt} onChange={(next) => change(next, prompt.id)} />
            )}
          </li>
        ))}
      </ul>
      <Button icon={<Add20Regular />} className={styles.button} onClick={add}>
        Add a prompt
      </Button>
    </>
  );
}
