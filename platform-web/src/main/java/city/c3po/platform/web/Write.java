package city.c3po.platform.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every resource method that changes something ({@code POST}, {@code PUT}, {@code PATCH}, {@code DELETE}): it runs in
 * one transaction, after its parameters were validated, and a {@code POST} honours {@code Idempotency-Key}.
 */
@InterceptorBinding
@Transactional
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Write {
    /** On a {@code PUT} that creates the record when there is none: tells the OpenAPI document. */
    @Nonbinding
    boolean creates() default false;
}
