import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Subtitle1,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Navigation24Regular } from '@fluentui/react-icons/svg/navigation';
import type { ChannelTab } from '../scene.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '56px',
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { flexWrap: 'wrap', padding: `0 ${tokens.spacingHorizontalS}`, columnGap: tokens.spacingHorizontalS },
  },
  name: {
    margin: 0,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    [NARROW]: { flexGrow: 1, lineHeight: '48px' },
  },
  menu: { display: 'none', [NARROW]: { display: 'inline-flex', minWidth: '44px', minHeight: '44px' } },
  tabs: { display: 'flex', alignItems: 'center', minWidth: 0, [NARROW]: { width: '100%' } },
  button: { minWidth: '32px', [NARROW]: { minWidth: '44px', minHeight: '44px' } },
  tab: { minHeight: '56px', [NARROW]: { minHeight: '44px' } },
});

type ChannelHeaderProps = {
  readonly name: string;
  readonly tabs: readonly ChannelTab[];
  readonly current: string;
  readonly onTab: (tab: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: ((tab: ChannelTab) => void) | undefined;
  readonly onMenu: () => void;
};

export function ChannelHeader({ name, tabs, current, onTab, onAdd, onRemove, onMenu }: ChannelHeaderProps) {
  const styles = useStyles();
  const shown = tabs.find(({ id }) => id === current);
  return (
    <div className={styles.header}>
      <Button
        className={styles.menu}
        appearance="subtle"
        icon={<Navigation24Regular />}
        aria-label="Teams and channels"
        onClick={onMenu}
      />
      <Subtitle1 as="h2" className={styles.name}>
        {name}
      </Subtitle1>
      <div className={styles.tabs}>
        <TabList selectedValue={current} onTabSelect={(_event, { value }) => onTab(String(value))} aria-label={name}>
          <Tab className={styles.tab} value="posts">
            Posts
          </Tab>
          <Tab className={styles.tab} value="files">
            Files
          </Tab>
          {tabs.map((tab) => (
            <Tab key={tab.id} className={styles.tab} value={tab.id}>
              {tab.name}
            </Tab>
          ))}
        </TabList>
        {shown && onRemove && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                className={styles.button}
                appearance="subtle"
                icon={<MoreHorizontal20Regular />}
                aria-label={`More about the tab ${shown.name}`}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => onRemove(shown)}>Remove this tab</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Button
          className={styles.button}
          appearance="subtle"
          icon={<Add20Regular />}
          aria-label="Add a tab"
          title="Add a tab"
          onClick={onAdd}
        />
      </div>
    </div>
  );
}
