package city.c3po.testing;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * As {@link WithInfra}, with all servers, but application and database stand from one class to the next: its tests bear
 * what others wrote, and a clock that others moved. Quarkus compares the values of annotations by their text, and that of
 * an array is another one in each class; so there is no array here, and {@code WithInfra} starts anew for each class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(StandingInfra.class)
public @interface SharesInfra {
    /** The service's key: names its database, roles and topic. */
    String value();

    /** Keys of further services whose topics exist, separated by commas. */
    String consumes() default "";
}
