import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { EvidenceStanding } from '../../domain/evidence/standing.ts';
import { mayWorkFor } from '../../domain/roles.ts';
import type { FileFacts as FileOf } from '../../session/use-file.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useFocusBack } from '../../ui/use-focus-after.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { FileActs } from './file-acts.tsx';
import { FillInPlace } from './fill-in-place.tsx';
import { FileFacts, ItemFacts } from './item-facts.tsx';
import { ItemFields } from './item-form.tsx';
import { ItemLinks } from './item-links.tsx';
import { ItemNews } from './item-news.tsx';
import { SameFile } from './same-file.tsx';
import { StateWho } from './state-who.tsx';
import { StateWord } from './state-word.tsx';
import type { ItemForm } from './use-item-form.ts';

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
});

type Props = {
  readonly partnership: Partnership;
  readonly item: Evidence;
  readonly standing: EvidenceStanding;
  readonly file: FileOf['file'];
  readonly folders: FileOf['folders'];
  readonly form: ItemForm;
  /** The items of the list beside it, in its order. */
  readonly list: readonly Evidence[];
  /** What is asked of this person, before the small print of the file. */
  readonly children: ReactNode;
};

/** What is known of an item, from the state down to its file. */
export function ItemBody({ partnership, item, standing, file, folders, form, list, children }: Props) {
  const styles = useStyles();
  const { memberships } = useRights();
  const [isEditing, setEditing] = useState(false);
  const mayEdit = mayWorkFor(item.partner, memberships);
  const isLost = standing.news.includes('deleted') && standing.state !== 'superseded';
  const isWaiting = standing.state === 'needed' || isLost;
  const isForm = mayEdit && (isEditing || form.isUnsaved);
  const facts = useRef<HTMLDivElement>(null);
  useFocusBack(isForm, () => facts.current?.querySelector('button'));
  return (
    <>
      <div className={styles.state}>
        <StateWord state={standing.state} />
        <StateWho item={item} standing={standing} />
      </div>
      <ItemNews item={item} standing={standing} file={file} />
      <SameFile partnership={partnership} of={item} />
      <FileActs item={item} list={list} />
      {mayEdit && isWaiting && <FillInPlace partnership={partnership} item={item} />}
      {isForm ? (
        <ItemFields
          partnership={partnership}
          item={item}
          form={form}
          hasFocus={isEditing}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <ItemFacts partnership={partnership} item={item} />
          {mayEdit && (
            <div ref={facts}>
              <Button size="small" onClick={() => setEditing(true)}>
                Change the facts
              </Button>
            </div>
          )}
        </>
      )}
      <ItemLinks partnership={partnership} item={item} mayChange={mayEdit} />
      {children}
      <FileFacts item={item} file={file} folders={folders} />
    </>
  );
}
