import { Button } from '@fluentui/react-components';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';

type RegisterProps = {
  readonly title: string;
  readonly file: UnregisteredFile;
  readonly isInGrid?: boolean;
  readonly onRegister: (file: UnregisteredFile) => void;
};

/** Makes the item of a file that lies in a folder. */
export function RegisterButton({ title, file, isInGrid = false, onRegister }: RegisterProps) {
  return (
    <Button
      size="small"
      aria-label={`Register ${title}`}
      // In the grid the title of the file does the same for the keyboard.
      {...(isInGrid && { tabIndex: -1 })}
      onClick={() => onRegister(file)}
    >
      Register
    </Button>
  );
}
