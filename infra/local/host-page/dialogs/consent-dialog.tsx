import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

type ConsentDialogProps = {
  readonly personName: string;
  readonly scopes: readonly string[];
  readonly onAnswer: (agrees: boolean) => void;
};

/** Stands in for Microsoft's own question. */
export function ConsentDialog({ personName, scopes, onAnswer }: ConsentDialogProps) {
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>JTAI Ready asks for permissions</DialogTitle>
          <DialogContent>
            <Body1 as="p">{`${personName}, in a tenant Microsoft would now ask whether the app may use these in your name:`}</Body1>
            <ul>
              {scopes.map((scope) => (
                <li key={scope}>
                  <Body1>{scope}</Body1>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(false)}>Cancel</Button>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              Accept
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
