import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { roleNames } from '../../domain/roles.ts';
import { useSession } from '../../session/session.ts';
import type { Members } from '../../session/use-members.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { findAbsent } from './absent.ts';
import { AccessFolders } from './access-folders.tsx';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: `0 0 ${tokens.spacingVerticalM}` },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px' },
  heading: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  gap: { marginTop: tokens.spacingVerticalM },
});

const audience = {
  standard: 'everybody in the team, guests included',
  private: 'the members of this private channel, and nobody else in the team',
  shared: 'the members of this shared channel, also those from other organisations',
} as const;

type Props = { readonly partnership: Partnership; readonly members: Members };

/** Who sees what, in plain words, and who is named but not let in. */
export function AccessCard({ partnership, members }: Props) {
  const styles = useStyles();
  const { channelKind } = useSession();
  const absent = members.state === 'ready' ? findAbsent(partnership.people, members.members) : [];
  return (
    <Card title="Who can see what">
      <p className={styles.text}>
        SharePoint decides. What is here can be read and changed by {audience[channelKind ?? 'standard']}: every
        partner's answers, every folder, every alert. This screen guides people; it hides nothing.
      </p>
      <p className={styles.text}>
        Guests are part of that audience. A partner reads what the other partners wrote and added; nobody can be shut
        out of one folder from here. A file that somebody has shared or closed in SharePoint follows SharePoint: who may
        not open it does not see it, and is told whom to ask.
      </p>
      <p className={styles.text}>Keep child-level material out of this channel: it belongs in a restricted place.</p>
      {absent.length > 0 && (
        <Notice kind="warning" lead="Named here, but not in the channel:">
          {absent.map((person) => `${person.title} (${roleNames[person.role].toLowerCase()})`).join(', ')}. They cannot
          open this until a team owner adds them.
        </Notice>
      )}
      {members.state === 'ready' && (
        <div className={styles.gap}>
          <p className={styles.heading}>
            {members.members.length} {members.members.length === 1 ? 'person' : 'people'} in the channel
          </p>
          <ul className={styles.list}>
            {members.members.map((member) => (
              <li key={member.id}>
                {member.name}
                {member.kind !== 'member' && <span className={styles.quiet}>, {member.kind}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {members.state === 'unread' && (
        <p className={`${styles.text} ${styles.quiet}`}>
          The people of the channel cannot be listed here
          {members.missing === undefined ? '' : `: an administrator has not agreed to ${members.missing}`}. Teams shows
          them in the channel's own settings.
        </p>
      )}
      <AccessFolders partnership={partnership} />
    </Card>
  );
}
