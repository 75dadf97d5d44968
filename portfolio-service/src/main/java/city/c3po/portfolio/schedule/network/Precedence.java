package city.c3po.portfolio.schedule.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;

/** Who waits for whom, as a graph of the activities' indexes. */
final class Precedence {
    private final List<Activity> activities;
    private final DirectedPseudograph<Integer, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);

    Precedence(List<Activity> activities, List<Link> links, Map<String, Integer> index) {
        this.activities = activities;
        for (int i = 0; i < activities.size(); i++) {
            graph.addVertex(i);
        }
        for (var link : links) {
            graph.addEdge(index.get(link.predecessor()), index.get(link.successor()));
        }
    }

    /** Every predecessor before its successors; the same list always gives the same order. */
    int[] order() {
        var order = new int[activities.size()];
        int at = 0;
        try {
            for (var each = new TopologicalOrderIterator<>(graph); each.hasNext(); ) {
                order[at++] = each.next();
            }
        } catch (NotDirectedAcyclicGraphException e) {
            throw NetworkRule.SCHEDULE_WITHOUT_CYCLE.violated(Map.of("cycle", cycle()));
        }
        return order;
    }

    /** A cycle inside the first tangle found: one of its links, and the shortest way back. First and last are the same. */
    private List<String> cycle() {
        for (var tangle : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            for (int from : tangle) {
                for (var edge : graph.outgoingEdgesOf(from)) {
                    int to = graph.getEdgeTarget(edge);
                    if (tangle.contains(to)) {
                        var path = new ArrayList<String>();
                        path.add(activities.get(from).id());
                        BFSShortestPath.findPathBetween(graph, to, from)
                                .getVertexList()
                                .forEach(step -> path.add(activities.get(step).id()));
                        return path;
                    }
                }
            }
        }
        throw new IllegalStateException("no topological order, yet no cycle");
    }
}
