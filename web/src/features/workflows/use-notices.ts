import { useQuery } from '@tanstack/react-query';
import { read, workflows } from '../../api/client';

/** What the processes told me; asked again now and then, for the count beside the menu item too. */
export const useNotices = () => useQuery({ queryKey: ['notices'], queryFn: () => read(workflows.GET('/notices')), refetchInterval: 60_000 });
