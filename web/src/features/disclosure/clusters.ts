/** A place on the drawn map, in pixels, with what stands there. */
export type Placed<T> = { x: number; y: number; of: T };
export type Cluster<T> = { x: number; y: number; members: T[] };

/** Pins nearer to each other than `gap` become one, at their middle; in the order given, so that the same pins always gather alike. */
export function gather<T>(pins: readonly Placed<T>[], gap: number): Cluster<T>[] {
  const clusters: Cluster<T>[] = [];
  for (const pin of pins) {
    const near = clusters.find((cluster) => Math.hypot(cluster.x - pin.x, cluster.y - pin.y) < gap);
    if (!near) {
      clusters.push({ x: pin.x, y: pin.y, members: [pin.of] });
      continue;
    }
    const count = near.members.push(pin.of);
    near.x += (pin.x - near.x) / count;
    near.y += (pin.y - near.y) / count;
  }
  return clusters;
}
