import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { useThemeStyles } from './theme-styles.ts';
import type { PackNews } from './use-pack-files.ts';

type Props = {
  readonly pack: ThemePack;
  readonly onTakeOut: (pack: ThemePack, as: 'xlsx' | 'json') => Promise<PackNews | undefined>;
};

const forms = [
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
] as const;

/** Takes this very version out as a file. */
export function PackTakeOut({ pack, onTakeOut }: Props) {
  const styles = useThemeStyles();
  const [said, setSaid] = useState('');
  async function takeOut(as: 'xlsx' | 'json'): Promise<void> {
    setSaid('');
    const news = await onTakeOut(pack, as);
    if (news !== undefined && news.kind !== 'bad-file') setSaid(news.sentence);
  }
  return (
    <>
      <p className={styles.small} role="status" style={{ marginLeft: 'auto' }}>
        {said}
      </p>
      {forms.map(([as, name]) => (
        <Button key={as} aria-label={`Version ${pack.version} as ${name}`} onClick={() => void takeOut(as)}>
          {name}
        </Button>
      ))}
    </>
  );
}
