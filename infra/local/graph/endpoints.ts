import type { Endpoint } from './endpoint.ts';
import { activityEndpoints } from './resources/activity.ts';
import { channelEndpoints } from './resources/channels.ts';
import { childrenEndpoints } from './resources/children.ts';
import { columnEndpoints } from './resources/columns.ts';
import { contentEndpoints } from './resources/content.ts';
import { copyEndpoints } from './resources/copies.ts';
import { driveDeltaEndpoints } from './resources/drive-delta.ts';
import { driveItemEndpoints } from './resources/drive-items.ts';
import { driveEndpoints } from './resources/drives.ts';
import { eventEndpoints } from './resources/events.ts';
import { fileActionEndpoints } from './resources/file-actions.ts';
import { listDeltaEndpoints } from './resources/list-delta.ts';
import { listItemEndpoints } from './resources/list-items.ts';
import { listEndpoints } from './resources/lists.ts';
import { messageDeltaEndpoints } from './resources/message-delta.ts';
import { messageEndpoints } from './resources/messages.ts';
import { personEndpoints } from './resources/people.ts';
import { permissionEndpoints } from './resources/permissions.ts';
import { searchEndpoints } from './resources/search.ts';
import { sharingEndpoints } from './resources/sharing.ts';
import { sitePermissionEndpoints } from './resources/site-permissions.ts';
import { siteEndpoints } from './resources/sites.ts';
import { teamEndpoints } from './resources/teams.ts';
import { uploadSessionEndpoints } from './resources/upload-sessions.ts';
import { versionEndpoints } from './resources/versions.ts';

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
  ...childrenEndpoints,
  ...contentEndpoints,
  ...uploadSessionEndpoints,
  ...driveDeltaEndpoints,
  ...copyEndpoints,
  ...fileActionEndpoints,
  ...permissionEndpoints,
  ...sharingEndpoints,
  ...sitePermissionEndpoints,
  ...versionEndpoints,
  ...searchEndpoints,
  ...activityEndpoints,
  ...eventEndpoints,
  ...messageDeltaEndpoints,
];
