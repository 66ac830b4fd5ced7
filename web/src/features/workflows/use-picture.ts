import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { processes, read, workflows } from '../../api/client';
import type { PicturedNode } from '../../api/types';
import { nodesOf } from '../../lib/bpmn';
import type { NodeMark, NodeState } from '../../parts/drawing/marks';

export const usePicture = (id: string) => useQuery({ queryKey: ['picture', id], queryFn: () => read(workflows.GET('/instances/{id}/picture', { params: { path: { id } } })) });

/** The texts of drawings by process. A file's name is its hash: what came once is never asked again. */
export function useDrawings(drawings: readonly { process: string; sha256: string }[]): ReadonlyMap<string, string> {
  const answers = useQueries({
    queries: drawings.map(({ sha256 }) => ({
      queryKey: ['drawing', sha256], staleTime: Infinity, queryFn: () => read(processes.GET('/definitions/{sha256}', { params: { path: { sha256 } } })),
    })),
  });
  return new Map(drawings.flatMap(({ process }, place) => {
    const xml = answers[place]?.data?.xml;
    return xml === undefined ? [] : [[process, xml] as const];
  }));
}

/** Names of all nodes, by process and id. */
export const nodeNames = (drawings: ReadonlyMap<string, string>, language: string): ReadonlyMap<string, string> =>
  new Map([...drawings].flatMap(([process, xml]) => nodesOf(xml, language).map((node) => [`${process}/${node.id}`, node.name] as const)));

/** Listens to a case: whenever it moved, its picture is read again. Says whether the line stands. */
export function useLive(id: string): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  useEffect(() => {
    const source = new EventSource(`/api/workflows/v1/instances/${id}/stream`);
    source.addEventListener('moved', () => { setLive(true); void queries.invalidateQueries({ queryKey: ['picture', id] }); });
    source.addEventListener('still', () => { setLive(true); });
    source.onerror = () => { setLive(false); };
    return () => { source.close(); };
  }, [id, queries]);
  return live;
}

const states: readonly string[] = ['active', 'done', 'incident', 'overdue', 'suspended'] satisfies NodeState[];

/** Marks of one drawing of the case; `about` says since when and until when. */
export const marksOf = (nodes: readonly PicturedNode[], process: string, about: (node: PicturedNode) => string | undefined): NodeMark[] =>
  nodes.filter((node) => node.process === process && states.includes(node.state)).map((node) => {
    const told = about(node);
    return { node: node.node, state: node.state as NodeState, ...(told !== undefined && { about: told }) };
  });
