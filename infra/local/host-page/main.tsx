import { createRoot } from 'react-dom/client';
import { HostPage } from './host-page.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<HostPage />);
