package city.c3po.testing;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code @QuarkusTest} the servers it needs and points its configuration at them. Put the same annotation on
 * every test class of a module: Quarkus restarts the application whenever it differs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(SharedInfra.class)
public @interface WithInfra {
    /** The service's key: names its database, roles and topic. */
    String value();

    Server[] needs() default {Server.POSTGRES, Server.KAFKA, Server.IDENTITY};

    /** Keys of further services whose topics exist, for a service that consumes them. */
    String[] consumes() default {};

    /** Puts a {@link Cable} before PostgreSQL and Kafka, so that a test can cut the service off. */
    boolean cabled() default false;

    enum Server {
        POSTGRES,
        KAFKA,
        IDENTITY
    }
}
