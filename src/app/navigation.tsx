import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation';
import { useEffect, useRef, useState } from 'react';
import { toHref } from '../session/href.ts';
import { rowHover } from '../ui/row-hover.ts';
import { useWidth } from '../ui/use-width.ts';
import { type Screen, screenName, screens } from './screens.ts';

const useStyles = makeStyles({
  nav: { alignSelf: 'stretch' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', height: '100%', columnGap: '20px' },
  link: {
    ...typographyStyles.body1,
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    height: '100%',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    // The bold word reserves its width, so that nothing moves when another name becomes the current one.
    '::before': {
      content: 'attr(data-name)',
      fontWeight: tokens.fontWeightSemibold,
      height: 0,
      overflow: 'hidden',
      visibility: 'hidden',
      pointerEvents: 'none',
    },
    flexDirection: 'column',
    justifyContent: 'center',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-4px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      left: 0,
      right: 0,
      bottom: 0,
      height: '3px',
      borderRadius: '2px 2px 0 0',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  phone: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, marginLeft: '-12px' },
  menuButton: { minWidth: '44px', minHeight: '44px' },
  phoneTitle: { ...typographyStyles.subtitle2 },
  drawer: {
    boxSizing: 'border-box',
    position: 'fixed',
    inset: '0 auto 0 0',
    width: '260px',
    maxWidth: '85%',
    height: '100%',
    maxHeight: 'none',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    border: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow64,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  drawerList: { listStyle: 'none', margin: 0, padding: 0 },
  drawerLink: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  drawerHere: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
});

type Props = { readonly current: Screen; readonly phoneTitle: string | undefined };

/** Links drawn like tabs, because they are addresses; behind a menu button on a phone. */
export function Navigation({ current, phoneTitle }: Props) {
  const styles = useStyles();
  const width = useWidth();
  if (width === 'narrow') return <PhoneNavigation current={current} phoneTitle={phoneTitle} />;
  return (
    <nav aria-label="Screens" className={styles.nav}>
      <ul className={styles.list}>
        {screens.map(({ address, name }) => (
          <li key={name}>
            <a
              href={toHref(address)}
              data-name={name}
              aria-current={address.screen === current ? 'page' : undefined}
              className={mergeClasses(styles.link, address.screen === current && styles.here)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PhoneNavigation({ current, phoneTitle }: Props) {
  const styles = useStyles();
  const drawer = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) drawer.current?.showModal();
    else drawer.current?.close();
  }, [isOpen]);
  return (
    <div className={styles.phone}>
      <Button
        appearance="subtle"
        icon={<Navigation20Regular />}
        aria-label="Menu"
        aria-expanded={isOpen}
        className={styles.menuButton}
        onClick={() => setOpen(true)}
      />
      <span className={styles.phoneTitle} aria-hidden="true">
        {phoneTitle ?? screenName(current)}
      </span>
      <dialog ref={drawer} aria-label="Menu" className={styles.drawer} onClose={() => setOpen(false)}>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close the menu"
          className={styles.menuButton}
          onClick={() => setOpen(false)}
        />
        <nav aria-label="Screens">
          <ul className={styles.drawerList}>
            {screens.map(({ address, name }) => (
              <li key={name}>
                <a
                  href={toHref(address)}
                  aria-current={address.screen === current ? 'page' : undefined}
                  className={mergeClasses(styles.drawerLink, address.screen === current && styles.drawerHere)}
                  onClick={() => setOpen(false)}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </dialog>
    </div>
  );
}
