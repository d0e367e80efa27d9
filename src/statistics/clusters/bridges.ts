/** An edge of a graph: the numbers of the nodes that it joins. */
export type Edge = readonly [number, number];

/**
 * The numbers of the edges without which their two ends would not be joined (Tarjan, 1974), in a graph that may hold
 * several edges between two nodes.
 *
 * @param nodes how many nodes there are, numbered from 0
 */
export function bridges(nodes: number, edges: readonly Edge[]): number[] {
  const edgesOf = Array.from({ length: nodes }, (): number[] => []);
  edges.forEach(([one, other], edge) => {
    edgesOf[one]?.push(edge);
    edgesOf[other]?.push(edge);
  });
  /** When a node was found, and the earliest node that it reaches without the edge it was found by. */
  const found = new Int32Array(nodes).fill(-1);
  const earliest = new Int32Array(nodes);
  const result: number[] = [];
  let time = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (found[root] !== -1) continue;
    const path: { node: number; by: number; next: number }[] = [];
    const visit = (node: number, by: number) => {
      found[node] = time;
      earliest[node] = time;
      time += 1;
      path.push({ node, by, next: 0 });
    };
    visit(root, -1);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, by } = top;
      const edge = edgesOf[node]?.[top.next];
      if (edge !== undefined) {
        top.next += 1;
        if (edge === by) continue;
        const [one, other] = edges[edge] ?? [node, node];
        const to = one === node ? other : one;
        if (found[to] === -1) visit(to, edge);
        else earliest[node] = Math.min(earliest[node] ?? 0, found[to] ?? 0);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before === undefined) continue;
      earliest[before.node] = Math.min(earliest[before.node] ?? 0, earliest[node] ?? 0);
      if ((earliest[node] ?? 0) > (found[before.node] ?? 0)) result.push(by);
    }
  }
  return result;
}
