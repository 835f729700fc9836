import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { askedOf } from '../../domain/checklist/mentions.ts';
import { saySeen } from '../../services/say-seen.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { type Comment, comments } from '../../workspace/schema/actions.ts';

type Props = {
  readonly record: string;
  /** Leads to where it is answered; missing for those who only read. */
  readonly onAnswer: (() => void) | undefined;
};

/** What others have asked the person who looks, above all that they may have come for. */
export function AskedNotice({ record, onAnswer }: Props) {
  const workspace = useWorkspace();
  const { me } = useSession();
  const announce = useAnnounce();
  const [fault, setFault] = useState<{ readonly of: string; readonly why: string } | undefined>();
  const said = useRows(comments);
  const here = said.state === 'ready' ? said.rows.filter((comment) => comment.record === record) : [];

  async function see(asked: Comment): Promise<void> {
    try {
      await saySeen(workspace, asked);
      announce('Marked as seen.');
    } catch (error) {
      setFault({ of: asked.uid, why: toSentence(error) });
    }
  }

  return askedOf(me.id, here).map((asked) => (
    <Notice
      key={asked.uid}
      kind="info"
      lead={`${asked.writtenBy.name} asks you:`}
      actions={
        <>
          {onAnswer !== undefined && (
            <Button size="small" onClick={onAnswer}>
              Answer
            </Button>
          )}
          <Button size="small" onClick={() => see(asked)}>
            Seen
          </Button>
        </>
      }
    >
      {asked.words}
      {fault?.of === asked.uid && <strong> It was not marked as seen. {fault.why}</strong>}
    </Notice>
  ));
}
