import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { readConfiguration } from './host/configuration.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place to draw in.');
createRoot(root).render(<App configuration={readConfiguration(document)} />);
