import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Rows } from '../../domain/address.ts';
import { toHref } from '../../session/href.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
});

/** A number that opens the answers behind it. */
export function RowsLink({ rows, children }: { readonly rows: Rows; readonly children: ReactNode }) {
  return (
    <a href={toHref({ screen: 'checklist', rows })} className={useStyles().link}>
      {children}
    </a>
  );
}
