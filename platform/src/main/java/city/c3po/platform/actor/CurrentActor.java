package city.c3po.platform.actor;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request. */
@RequestScoped
public class CurrentActor {
    /** Roles are the city's; Keycloak's own (offline_access, default-roles-city …) say nothing here. */
    private static final Set<String> KNOWN = Set.of(
            Roles.SUBMITTER,
            Roles.PORTFOLIO_MANAGER,
            Roles.ASSESSOR,
            Roles.BOARD_MEMBER,
            Roles.SIGNATORY,
            Roles.AUDITOR,
            Roles.CLERK,
            Roles.FEEDER,
            Roles.READER,
            Roles.VENDOR,
            Roles.POLICY_ADMIN,
            Roles.OPERATOR);

    private final SecurityIdentity identity;
    private @Nullable Actor actor;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor get() {
        if (actor == null) {
            actor = read();
        }
        return actor;
    }

    private Actor read() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("no verified token in this request");
        }
        var roles = new LinkedHashSet<>(identity.getRoles());
        roles.retainAll(KNOWN);
        String name = token.getClaim("name");
        String client = token.getClaim("azp");
        return new Actor(
                token.getSubject(),
                token.getIssuer(),
                client == null ? "" : client,
                name == null ? token.getName() : name,
                roles,
                strings(token.getClaim("departments")),
                strings(token.getClaim("sources")),
                strings(token.getClaim("bodies")),
                token.getClaim("vendor"),
                instant(token.getClaim("auth_time")));
    }

    private static Set<String> strings(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case JsonArray array -> Set.copyOf(array.getValuesAs(JsonString::getString));
            case Collection<?> values ->
                Set.copyOf(values.stream().map(Object::toString).toList());
            case JsonString one -> Set.of(one.getString());
            default -> Set.of(claim.toString());
        };
    }

    private static @Nullable Instant instant(@Nullable Object claim) {
        return claim == null ? null : Instant.ofEpochSecond(Long.parseLong(claim.toString()));
    }
}
