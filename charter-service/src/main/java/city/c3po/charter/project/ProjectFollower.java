package city.c3po.charter.project;

import java.util.Set;

/** Whoever rests on what portfolio tells is told when it changed, in the transaction that took it. */
public interface ProjectFollower {
    /**
     * @param projects ids of those that were told of
     * @param departments codes of those whose head may have changed
     */
    void told(Set<String> projects, Set<String> departments);
}
