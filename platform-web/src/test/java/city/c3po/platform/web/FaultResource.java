package city.c3po.platform.web;

import city.c3po.platform.event.Trace;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;
import city.c3po.platform.rule.RuleViolation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.MDC;

/** Goes wrong in every way there is. */
@Path("/v1/faults")
@RunOnVirtualThread
public class FaultResource {
    private final EntityManager entities;

    FaultResource(EntityManager entities) {
        this.entities = entities;
    }

    enum FaultRule implements Rule {
        FRESH_LOGIN(Kind.STEP_UP),
        LOST_FOR_GOOD(Kind.GONE),
        NOT_YET_HERE(Kind.BEHIND);

        private final Kind kind;

        FaultRule(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String sentence() {
            return "Something must hold.";
        }
    }

    @GET
    @Path("/{kind}")
    @RolesAllowed("submitter")
    @Transactional
    @Operation(operationId = "fail", summary = "Fail", description = "As asked.")
    public String fail(@PathParam("kind") String kind) throws SQLException {
        switch (kind) {
            case "bug" -> throw new IllegalStateException("secret detail of city.c3po.Internal");
            case "error" -> throw new AssertionError("secret detail");
            case "sql" ->
                entities.createNativeQuery("select secret_column from note").getResultList();
            case "sleep" -> entities.createNativeQuery("select pg_sleep(60)").getResultList();
            case "deadlock" -> throw new IllegalStateException(new SQLException("secret", "40P01"));
            case "serialization" -> throw new IllegalStateException(new SQLException("secret", "40001"));
            case "lock-timeout" -> throw new IllegalStateException(new SQLException("secret", "55P03"));
            case "step-up" -> throw FaultRule.FRESH_LOGIN.violated();
            case "gone" -> throw FaultRule.LOST_FOR_GOOD.violated(Map.of("goOn", "/v1/notes"));
            case "behind" -> throw FaultRule.NOT_YET_HERE.violated(Map.of(RuleViolation.RETRY_AFTER, 3));
            case "busy" -> throw new WebApplicationException(429);
            case "teapot" -> throw new WebApplicationException(418);
            default -> throw new IllegalArgumentException(kind);
        }
        return "no fault";
    }

    /** What log lines of this request carry, asked after the thread was parked. */
    @GET
    @Path("/context")
    @RolesAllowed("submitter")
    @Operation(operationId = "context", summary = "Context", description = "Of the log.")
    public Map<String, String> context() {
        Thread.yield();
        entities.createNativeQuery("select pg_sleep(0.05)").getResultList();
        return Map.of(
                "requestId", String.valueOf(MDC.get("requestId")),
                "traceParent", String.valueOf(MDC.get(Trace.MDC_KEY)),
                "thread", String.valueOf(Thread.currentThread().isVirtual()));
    }
}
