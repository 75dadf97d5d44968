package city.c3po.testing.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/** Calls (and references to methods) that change what is stored, and the classes that may make them. */
final class Writes {
    static final DescribedPredicate<JavaClass> REPOSITORY = DescribedPredicate.describe(
            "repositories",
            type -> type.isAssignableTo("city.c3po.platform.event.Aggregates")
                    || type.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase"));

    private static final Set<String> PANACHE =
            Set.of("persist", "persistAndFlush", "delete", "deleteAll", "deleteById", "update");
    private static final Map<String, Set<String>> METHODS = Map.of(
            "jakarta.persistence.EntityManager", Set.of("persist", "merge", "remove"),
            "jakarta.persistence.Query", Set.of("executeUpdate"),
            "org.hibernate.Session", Set.of("persist", "merge", "remove", "replicate"),
            "org.hibernate.StatelessSession",
                    Set.of(
                            "insert",
                            "insertMultiple",
                            "update",
                            "updateMultiple",
                            "delete",
                            "deleteMultiple",
                            "upsert",
                            "upsertMultiple"),
            "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase", PANACHE,
            "io.quarkus.hibernate.orm.panache.PanacheEntityBase", PANACHE,
            "io.quarkus.hibernate.orm.panache.Panache", Set.of("executeUpdate"));

    static final DescribedPredicate<JavaAccess<?>> ACCESS = DescribedPredicate.describe(
            "writes to the database",
            access -> METHODS.entrySet().stream()
                    .anyMatch(method -> access.getTargetOwner().isAssignableTo(method.getKey())
                            && method.getValue().contains(access.getName())));

    private Writes() {}
}
