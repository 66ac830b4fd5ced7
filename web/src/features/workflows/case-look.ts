import type { ProcessPicture } from '../../api/types';
import type { Look } from '../../parts/Tags';

export const caseLook: Record<ProcessPicture['status'], Look> = { notStarted: 'unknown', running: 'active', suspended: 'attention', completed: 'met', cancelled: 'not-met' };
