import { useQuery } from '@tanstack/react-query';

/** What an installation sets for itself in `site.json` beside the built pages, without building anew. */
export type Site = {
  /** Address of the map file (GeoJSON or ECharts' own form); a public deployment puts a reviewed one here. */
  map: string;
  /** 审图号 of that map; null = not reviewed, and the foot of every page says so. */
  mapReviewNumber: string | null;
};

export function useSite(): Site | undefined {
  return useQuery({ queryKey: ['site'], queryFn: readSite, staleTime: Infinity }).data;
}

async function readSite(): Promise<Site> {
  const response = await fetch('/site.json');
  if (!response.ok) throw new Error(`site.json: ${String(response.status)}`);
  return await response.json() as Site;
}
