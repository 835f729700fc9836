import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { StateMessage } from '../ui/state-message.tsx';

type Props = { readonly place: string; readonly children: ReactNode };
type State = { readonly failedAt: string | undefined };

/**
 * A fault in drawing one screen stops that screen only: what was typed lives above it, and going elsewhere or trying
 * again draws afresh. React has no function form of this.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedAt: undefined };

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: '' };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.failedAt !== undefined) this.setState({ failedAt: undefined });
  }

  override render(): ReactNode {
    if (this.state.failedAt === undefined) return this.props.children;
    return (
      <StateMessage
        kind="failed"
        title="This screen could not be drawn"
        actions={
          <>
            <Button appearance="primary" onClick={() => this.setState({ failedAt: undefined })}>
              Try again
            </Button>
            <Button appearance="subtle" onClick={() => location.reload()}>
              Load the page again
            </Button>
          </>
        }
      >
        What you typed is still here. Try again, or go to another screen and come back. Loading the page again gives up
        what is not saved yet.
      </StateMessage>
    );
  }
}
