import type { ApplicationStatus } from '../../api/types';
import type { Look } from '../../parts/Tags';

/** Sign and colour of an application's state. */
export const statusLook: Record<ApplicationStatus, Look> = {
  notStarted: 'unknown', draft: 'active', submitted: 'active', returned: 'attention', recommended: 'active', refused: 'not-met', listed: 'met',
};
