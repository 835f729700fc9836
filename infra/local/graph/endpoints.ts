import type { Endpoint } from './endpoint.ts';
import { channelEndpoints } from './resources/channels.ts';
import { columnEndpoints } from './resources/columns.ts';
import { contentEndpoints } from './resources/content.ts';
import { driveDeltaEndpoints } from './resources/drive-delta.ts';
import { driveItemEndpoints } from './resources/drive-items.ts';
import { driveEndpoints } from './resources/drives.ts';
import { listDeltaEndpoints } from './resources/list-delta.ts';
import { listItemEndpoints } from './resources/list-items.ts';
import { listEndpoints } from './resources/lists.ts';
import { messageEndpoints } from './resources/messages.ts';
import { personEndpoints } from './resources/people.ts';
import { siteEndpoints } from './resources/sites.ts';
import { teamEndpoints } from './resources/teams.ts';
import { uploadSessionEndpoints } from './resources/upload-sessions.ts';

/** Every address that is answered. A new resource is one file and one line here. */
export const endpoints: readonly Endpoint[] = [
  ...personEndpoints,
  ...teamEndpoints,
  ...channelEndpoints,
  ...messageEndpoints,
  ...siteEndpoints,
  ...listEndpoints,
  ...columnEndpoints,
  ...listItemEndpoints,
  ...listDeltaEndpoints,
  ...driveEndpoints,
  ...driveItemEndpoints,
  ...contentEndpoints,
  ...uploadSessionEndpoints,
  ...driveDeltaEndpoints,
];
