import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { FolderAdd20Regular } from '@fluentui/react-icons/svg/folder-add';
import type { ChangeEvent } from 'react';
import { partnerFolders } from '../../domain/folders.ts';
import type { Section } from '../../services/evidence-files.ts';
import { readChosen } from '../../services/file-queue/read-dropped.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import type { Adding, Naming } from './use-add-files.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  button: { '@media (max-width: 639px)': { minHeight: '44px', width: '100%' } },
  // Phones have no folders to choose.
  folder: { '@media (max-width: 639px)': { display: 'none' } },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

/** Where files go, and the button that chooses them. */
export function AddFilesBar({ adding }: { readonly adding: Adding }) {
  const styles = useStyles();
  if (adding.partners.length === 0) return undefined;
  function take(event: ChangeEvent<HTMLInputElement>) {
    const chosen = readChosen([...(event.currentTarget.files ?? [])]);
    // Emptied, so that the same file may be chosen again after it was put right.
    event.currentTarget.value = '';
    void adding.add(chosen);
  }
  return (
    <div className={styles.bar}>
      {adding.partners.length > 1 && (
        <FilterSelect
          ref={adding.partnerSelect}
          label="Files of"
          all="choose a partner"
          value={adding.partner?.uid ?? ''}
          options={adding.partners.map((partner) => ({ value: partner.uid, label: partner.title }))}
          onChange={adding.setPartner}
        />
      )}
      <FilterSelect<Section>
        label={adding.partners.length > 1 ? 'go to' : 'Files go to'}
        value={adding.section}
        options={partnerFolders.map((section) => ({ value: section, label: section }))}
        onChange={(section) => section !== '' && adding.setSection(section)}
      />
      <FilterSelect<Naming>
        label="Names"
        value={adding.naming}
        options={[
          { value: 'own', label: 'as they are' },
          { value: 'pattern', label: 'partner, title, date' },
        ]}
        onChange={(naming) => naming !== '' && adding.setNaming(naming)}
      />
      <input
        ref={adding.picker}
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to add"
        className={styles.hidden}
        onChange={take}
      />
      <Button icon={<FolderAdd20Regular />} className={styles.folder} onClick={adding.chooseFolder}>
        Add a folder
      </Button>
      <Button appearance="primary" icon={<ArrowUpload20Regular />} className={styles.button} onClick={adding.choose}>
        Add files
      </Button>
    </div>
  );
}
